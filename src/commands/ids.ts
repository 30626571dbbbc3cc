/** Every command's id, as in `package.json` (a test compares them). */
export const COMMANDS = {
  reducePalette: 'tessera.reducePalette',
  saveReduced: 'tessera.saveReduced',
  saveReducedAs: 'tessera.saveReducedAs',
} as const;
