/** Files that other programs wrote, see `test/fixtures/palettes/README.md`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hexOf, type NamedPalette } from '../../../src/paletteFiles/palette';
import { readPalette } from '../../../src/paletteFiles/readPalette';
import { splitPng } from '../images/pngChunks';

const FOLDER = resolve('test', 'fixtures', 'palettes');

function read(file: string): { palette: NamedPalette; id: string } {
  const { palette, format } = readPalette(readFileSync(join(FOLDER, file)), file);
  return { palette, id: format.id };
}

function hexes({ colors }: NamedPalette): string[] {
  return colors.map(({ rgba }) => hexOf(rgba));
}

/** From nordtheme.com. */
const NORD = [
  ...[
    '#2e3440',
    '#3b4252',
    '#434c5e',
    '#4c566a',
    '#d8dee9',
    '#e5e9f0',
    '#eceff4',
    '#8fbcbb',
    '#88c0d0',
    '#81a1c1',
  ],
  ...['#5e81ac', '#bf616a', '#d08770', '#ebcb8b', '#a3be8c', '#b48ead'],
];

describe('a palette file of another program', () => {
  for (const [file, id] of [
    ['nord.aco', 'aco'],
    ['nord.ase', 'ase'],
    ['nord.gpl', 'gpl'],
  ] as const) {
    it(`is read with its names: ${file}`, () => {
      const { palette, id: found } = read(file);
      assert.equal(found, id);
      assert.deepEqual(hexes(palette), NORD);
      assert.deepEqual(
        palette.colors.map(({ name }) => name),
        NORD.map((_, i) => `nord${i}`),
      );
    });
  }

  for (const [file, id] of [
    ['nord-jasc.pal', 'jasc-pal'],
    ['nord-riff.pal', 'riff-pal'],
    ['nord-paint.net.txt', 'paint.net'],
  ] as const) {
    it(`is read: ${file}`, () => {
      const { palette, id: found } = read(file);
      assert.equal(found, id);
      assert.deepEqual(hexes(palette), NORD);
    });
  }

  it('is read: nord.act, whose table is always 256 long', () => {
    const { palette, id } = read('nord.act');
    assert.equal(id, 'act');
    assert.deepEqual(hexes(palette).slice(0, 16), NORD);
  });

  it('is the same in all formats of IBM Design Colors', () => {
    const [ase, sketch, json] = ['ase', 'sketchpalette', 'json'].map((type) => read(`ibm-colors.${type}`));
    assert.deepEqual([ase!.id, sketch!.id, json!.id], ['ase', 'sketchpalette', 'json']);
    assert.equal(ase!.palette.colors.length, 204);
    assert.deepEqual(hexes(sketch!.palette), hexes(ase!.palette));
    assert.deepEqual(hexes(json!.palette), hexes(ase!.palette));
    assert.equal(ase!.palette.colors[0]!.name, 'ultramarine 1');
    assert.equal(json!.palette.colors[0]!.name, 'ultramarine 1');
  });

  it('is the same in all languages of Open Color', () => {
    const [css, less, scss, json] = ['css', 'less', 'scss', 'json'].map((type) => read(`open-color.${type}`));
    const wanted = hexes(json!.palette);
    assert.equal(wanted.length, 132);
    for (const { palette } of [css!, less!, scss!]) assert.deepEqual(hexes(palette), wanted);
    const nameOf = (palette: NamedPalette, hex: string) =>
      palette.colors.find(({ rgba }) => hexOf(rgba) === hex)!.name;
    assert.equal(nameOf(css!.palette, '#fa5252'), 'oc-red-6');
    assert.equal(nameOf(json!.palette, '#fa5252'), 'red 6');
  });

  it('is read from Procreate, as versions 4 and 5 write it, with empty places', () => {
    const old = read('modern-and-fresh.swatches');
    assert.deepEqual(
      [old.id, old.palette.name, old.palette.colors.length],
      ['swatches', 'Modern & Fresh', 30],
    );
    assert.deepEqual(hexes(old.palette).slice(0, 3), ['#f89da5', '#f03663', '#e2ee4c']);
    const { palette } = read('mypalette.swatches');
    assert.deepEqual([palette.name, hexes(palette)], ['Jakaś Sałatkowa Bonanza', ['#ac9046', '#ac4684']]);
  });

  it('is read from design tokens, with groups and alpha', () => {
    const figma = read('figma-sds.tokens.json');
    assert.deepEqual([figma.id, figma.palette.colors.length], ['tokens', 90]);
    const [first] = figma.palette.colors;
    assert.deepEqual([hexOf(first!.rgba), first!.name], ['#0c0c0d0d', 'color black 100']);
    const polaris = read('shopify-polaris.tokens.json');
    assert.equal(polaris.palette.colors.length, 58);
    assert.ok(
      polaris.palette.colors.some(
        ({ rgba, name }) => name === 'color blueLighter' && hexOf(rgba) === '#ebf5fa',
      ),
    );
  });

  for (const file of ['basn3p01', 'basn3p04', 'basn3p08', 'tbbn3p08', 'basi3p02']) {
    it(`is read from an indexed PNG's own palette: ${file}`, () => {
      const bytes = readFileSync(resolve('test', 'fixtures', 'pngsuite', `${file}.png`));
      const plte = splitPng(bytes).find(({ type }) => type === 'PLTE')!.data;
      const { colors } = readPalette(bytes, `${file}.png`).palette;
      assert.deepEqual(
        colors.flatMap(({ rgba }) => rgba.slice(0, 3)),
        [...plte],
      );
    });
  }

  it("is read with an indexed PNG's transparency", () => {
    const bytes = readFileSync(resolve('test', 'fixtures', 'pngsuite', 'tm3n3p02.png'));
    const { palette } = readPalette(bytes, 'tm3n3p02.png');
    assert.deepEqual(
      palette.colors.map(({ rgba }) => rgba[3]),
      [0, 85, 170, 255],
    );
  });

  it('is known by its content, whatever the file is called', () => {
    for (const [file, id] of [
      ['nord.ase', 'ase'],
      ['nord.gpl', 'gpl'],
      ['nord-riff.pal', 'riff-pal'],
      ['nord-jasc.pal', 'jasc-pal'],
      ['nord.act', 'act'],
      ['modern-and-fresh.swatches', 'swatches'],
      ['shopify-polaris.tokens.json', 'tokens'],
    ]) {
      assert.equal(readPalette(readFileSync(join(FOLDER, file!)), 'palette.txt').format.id, id);
    }
  });
});
