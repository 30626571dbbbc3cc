import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PaletteFormat } from '../../../src/paletteFiles/format';
import { PALETTE_FORMATS } from '../../../src/paletteFiles/formats';
import { cleanName } from '../../../src/paletteFiles/names';
import { identifiersOf, keysOf, NAME_PATTERNS, type Naming } from '../../../src/paletteFiles/naming';
import type { NamedPalette } from '../../../src/paletteFiles/palette';
import { readPalette } from '../../../src/paletteFiles/readPalette';
import { UserError } from '../../../src/shared/userError';
import { bytesOf, heldColors, heldName, palettes } from './palettes';

/** An SVG sheet is to look at; another test does. */
const WRITING = PALETTE_FORMATS.filter(({ write, id }) => write && id !== 'svg');
/** Formats that another one's reader reads. */
const READ_AS: Record<string, string> = {
  css: 'stylesheet',
  scss: 'stylesheet',
  less: 'stylesheet',
  tailwind: 'stylesheet',
  tailwind3: 'stylesheet',
  'png-8x': 'png',
  'png-32x': 'png',
};
const IDENTIFIERS: Record<string, (palette: NamedPalette, naming: Naming) => string[]> = {
  css: identifiersOf,
  scss: keysOf,
  less: (palette, naming) => identifiersOf(palette, naming, 'ascii'),
  tailwind: (palette, naming) => identifiersOf(palette, naming, 'ascii'),
  tailwind3: (palette, naming) => keysOf(palette, naming, 'ascii'),
};
const namings: fc.Arbitrary<Naming> = fc.record(
  {
    prefix: fc.constantFrom('brand', 'Größe 1', '*/', ''),
    pattern: fc.constantFrom(...Object.values(NAME_PATTERNS)),
  },
  { requiredKeys: [] },
);

function readBack(format: PaletteFormat, palette: NamedPalette, naming: Naming) {
  return readPalette(bytesOf(format.write!(palette, naming)), `file.${format.extensions[0]}`);
}

describe('a palette, written and read again', () => {
  for (const format of WRITING) {
    it(`keeps its colors in their order: ${format.label}`, () => {
      fc.assert(
        fc.property(palettes(format.holds.colors), namings, (palette, naming) => {
          const read = readBack(format, palette, naming);
          assert.equal(read.format.id, READ_AS[format.id] ?? format.id);
          assert.deepEqual(
            read.palette.colors.map(({ rgba }) => rgba),
            heldColors(palette, format),
          );
        }),
        { numRuns: format.id === 'png-32x' ? 20 : 60 },
      );
    });
  }

  for (const format of WRITING.filter(({ holds }) => holds.names === 'text')) {
    it(`keeps its names: ${format.label}`, () => {
      fc.assert(
        fc.property(palettes(), (palette) => {
          const { colors } = readBack(format, palette, {}).palette;
          const isKey = format.id === 'tokens'; // a token without a name is called by its key
          assert.deepEqual(
            colors.map(({ name }, i) =>
              isKey && heldName(palette.colors[i]!) === undefined ? undefined : name,
            ),
            palette.colors.map((color, i) => heldName({ ...color, rgba: colors[i]!.rgba })),
          );
        }),
        { numRuns: 60 },
      );
    });
  }

  for (const format of WRITING.filter(({ holds }) => holds.names === 'identifier')) {
    it(`has the identifiers made of its names: ${format.label}`, () => {
      fc.assert(
        fc.property(palettes(64), namings, (palette, naming) => {
          const { colors } = readBack(format, palette, naming).palette;
          const identifiers = IDENTIFIERS[format.id]!(palette, naming);
          const names = identifiers.map((name, i) => heldName({ rgba: palette.colors[i]!.rgba, name }));
          assert.deepEqual(
            colors.map(({ name }) => name),
            names,
          );
        }),
        { numRuns: 60 },
      );
    });
  }

  for (const id of ['json', 'tokens', 'csv']) {
    it(`keeps shares${id === 'csv' ? '' : ' and locks'}: ${id}`, () => {
      const format = PALETTE_FORMATS.find((each) => each.id === id)!;
      fc.assert(
        fc.property(palettes(20), (palette) => {
          const { colors } = readBack(format, palette, {}).palette;
          colors.forEach(({ share, isLocked }, i) => {
            const wanted = palette.colors[i]!;
            assert.equal(share, wanted.share === undefined ? undefined : Number(wanted.share.toFixed(6)));
            if (id !== 'csv') assert.equal(isLocked ?? false, wanted.isLocked ?? false);
          });
        }),
      );
    });
  }

  for (const id of ['json', 'tokens', 'gpl', 'swatches']) {
    it(`keeps the palette's name: ${id}`, () => {
      const format = PALETTE_FORMATS.find((each) => each.id === id)!;
      fc.assert(
        fc.property(palettes(4), (palette) => {
          const name = cleanName(palette.name);
          const { palette: read } = readBack(format, palette, {});
          if (name !== undefined) assert.equal(read.name, name);
        }),
      );
    });
  }

  for (const { id, label, holds, write } of WRITING) {
    const { colors: most } = holds;
    if (most === undefined) continue;
    it(`is refused with a sentence when it has more than ${most} colors: ${label}`, () => {
      const colors = Array.from({ length: most + 1 }, () => ({ rgba: [1, 2, 3, 255] as const }));
      assert.throws(
        () => write!({ name: id, colors }, {}),
        (error) => error instanceof UserError && error.message.includes(`${most + 1}`),
      );
    });
  }
});
