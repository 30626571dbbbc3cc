/** Every command's id, as in `package.json` (a test compares them). */
export const COMMANDS = {
  reducePalette: 'tessera.reducePalette',
  saveReduced: 'tessera.saveReduced',
  saveReducedAs: 'tessera.saveReducedAs',
  undo: 'tessera.undo',
  redo: 'tessera.redo',
  setColors: 'tessera.setColors',
  resetOptions: 'tessera.resetOptions',
  exportPalette: 'tessera.exportPalette',
  copyPalette: 'tessera.copyPalette',
  previewPalette: 'tessera.previewPalette',
  usePalette: 'tessera.usePalette',
  insertPalette: 'tessera.insertPalette',
  reconstruct: 'tessera.reconstruct',
  explore: 'tessera.explore',
  openPreview: 'tessera.openPreview',
  openSample: 'tessera.openSample',
} as const;
