/** Random palettes, and what is left of them in a file. */
import fc from 'fast-check';
import type { PaletteFormat } from '../../../src/paletteFiles/format';
import { cleanName } from '../../../src/paletteFiles/names';
import { hexOf, type NamedPalette, type PaletteColor, type Rgba } from '../../../src/paletteFiles/palette';

/** Names that end comments, tags and strings, are filled in or run, break lines, turn the direction of writing. */
export const HOSTILE_NAMES = [
  '</style><script>alert(1)</script>',
  '*/ body { display: none } /*',
  '$(rm -rf ~)',
  '`id`',
  '${process.exit(1)}',
  '#{inspect(1)}',
  '@{plugin}',
  '"quoted" and \'quoted\'',
  'two\nlines\r\n255 255 255 more',
  '\u202Egnp.exe\u202C',
  '; DROP TABLE colors;--',
  '=HYPERLINK("http://x")',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '\\',
  '\0',
  '--',
  '-->',
  ']]>',
  '{alias.to}',
  '$value',
  '\uD800',
];

const UNICODE_NAMES = [
  'Größe',
  'Ärger',
  '空色',
  'лазурь',
  'أزرق',
  'नीला',
  '🎨 paint',
  'é e\u0301',
  'ﬁne',
  '½ tone',
  'Ω',
  'İstanbul',
];

const byte = fc.nat(255);
const alpha = fc.oneof({ weight: 3, arbitrary: fc.constant(255) }, fc.constant(0), byte);
export const rgbas: fc.Arbitrary<Rgba> = fc.tuple(byte, byte, byte, alpha);

export const anyNames = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(...UNICODE_NAMES, ...HOSTILE_NAMES),
);

const colors: fc.Arbitrary<PaletteColor> = fc.record(
  { rgba: rgbas, name: anyNames, share: fc.double({ min: 0, max: 1, noNaN: true }), isLocked: fc.boolean() },
  { requiredKeys: ['rgba'] },
);

/** 1 to `most` colors; of small and of large palettes about as many. */
export function palettes(most = 256): fc.Arbitrary<NamedPalette> {
  const some = (maxLength: number) => fc.array(colors, { minLength: 1, maxLength, size: 'max' });
  return fc.record({ name: anyNames, colors: fc.oneof(some(Math.min(8, most)), some(most)) });
}

/** The colors that a file of this format can hold of the palette's. */
export function heldColors({ colors }: NamedPalette, { holds }: PaletteFormat): Rgba[] {
  const clear = colors.findIndex(({ rgba }) => rgba[3] === 0);
  return colors.map(({ rgba: [r, g, b, a] }, i) => {
    if (holds.alpha === 'full') return [r, g, b, a];
    return [r, g, b, holds.alpha === 'one' && i === clear ? 0 : 255];
  });
}

/** The name that a file with any text for names gives back; some formats have a word for no name. */
export function heldName({ rgba, name }: PaletteColor): string | undefined {
  const clean = name === undefined ? undefined : cleanName(name);
  return clean === 'Untitled' || clean?.replace(/^#/, '').toLowerCase() === hexOf(rgba).slice(1)
    ? undefined
    : clean;
}

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
