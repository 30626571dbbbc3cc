/** Garbage, files cut off, and files made to hurt: one sentence each, at once. */
import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { PALETTE_FORMATS } from '../../../src/paletteFiles/formats';
import { readPalette } from '../../../src/paletteFiles/readPalette';
import { UserError } from '../../../src/shared/userError';
import { headerData, joinPng } from '../images/pngChunks';
import { bytesOf, palettes } from './palettes';

/** What the file's reader says of it. */
function sentenceAbout(bytes: Uint8Array, name: string): string {
  try {
    readPalette(bytes, name);
  } catch (error) {
    assert.ok(error instanceof UserError, String(error));
    assert.match(error.message, /^“[^\n]+[.)]$/);
    assert.ok(error.message.includes(`“${name}”`), error.message);
    return error.message;
  }
  return 'no error';
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const HUGE = '\xff\xff\xff\xff';
/** 300 MB of zeros, packed. */
const bomb = zipSync({ 'Swatches.json': [new Uint8Array(300 << 20), { level: 9 }] });

const BAD: [what: string, name: string, bytes: Uint8Array, sentence: RegExp][] = [
  ['an empty file', 'a.gpl', new Uint8Array(0), /is empty/],
  ['a file of zeros', 'a.ase', new Uint8Array(5000), /not a palette file/],
  ['a text without colors', 'a.css', latin1('body { margin: 0 }'), /no colors/],
  ['a color with a unit', 'a.css', latin1('a { color: rgb(1 2 3px) }'), /no colors/],
  ['a text that begins like a color', 'a.json', latin1('["A(0A", "color("]'), /no colors/],
  ['a JPEG', 'a.jpg', latin1('\xff\xd8\xff\xe0 JFIF'), /JPEG image.+Reduce it/],
  ['another kind of file', 'a.pdf', latin1('%PDF-1.7\n\0\0'), /is a PDF document/],
  ['a ZIP of something else', 'a.swatches', zipSync({ 'a.txt': latin1('a') }), /without a “Swatches.json”/],
  ['a ZIP that unpacks to 300 MB', 'a.swatches', bomb, /unpacks to 314572800 bytes/],
  ['a ZIP cut off', 'a.swatches', bomb.subarray(0, 1000), /without a “Swatches.json”/],
  ['swatches that are no JSON', 'a.swatches', zipSync({ 'Swatches.json': latin1('{{{') }), /no swatches/],
  ['a palette of 4 billion blocks', 'a.ase', latin1(`ASEF\0\x01\0\0${HUGE}`), /no colors/],
  ['a block of 4 GB', 'a.ase', latin1(`ASEF\0\x01\0\0\0\0\0\x01\0\x01${HUGE}`), /cut off/],
  ['a name of 4 GB', 'a.aco', latin1(`\0\x02\0\x01${'\0'.repeat(10)}${HUGE}`), /cut off/],
  ['65535 colors that are not there', 'a.aco', latin1('\0\x01\xff\xff\0\0\0\0'), /cut off/],
  [
    'a data chunk of 4 GB',
    'a.pal',
    latin1(`RIFF${HUGE}PAL data${HUGE}\0\x03\xff\xff\x01\x02\x03\0`),
    /cut off/,
  ],
  ['no data chunk', 'a.pal', latin1('RIFF\x04\0\0\0PAL '), /“data” chunk is missing/],
  [
    'a palette that says 4 billion colors',
    'a.pal',
    latin1('JASC-PAL\n0100\n4294967295\n1 2 3\n'),
    /ends after 1/,
  ],
  ['numbers that are no bytes', 'a.pal', latin1('JASC-PAL\n0100\n1\n1 2 900\n'), /0 to 255/],
  ['an unknown version', 'a.ase', latin1('ASEF\0\x09\0\0\0\0\0\0'), /version is 9/],
  ['an indexed PNG without a palette', 'a.png', png(3), /without a sound palette/],
  ['a PNG of 50,000 × 50,000 pixels', 'a.png', png(2), /50000 × 50000 pixels/],
  ['JSON nested 100,000 times', 'a.json', latin1('['.repeat(100_000) + ']'.repeat(100_000)), /no colors/],
  [
    'tokens nested 100,000 times',
    'a.tokens.json',
    latin1('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)),
    /no colors/,
  ],
  ['tokens that refer to each other', 'a.tokens.json', circle(), /no colors/],
  ['tokens in a chain of 20,000 aliases', 'a.tokens.json', chain(), /no colors/],
  ['4097 colors', 'a.hex', latin1('123456\n'.repeat(4097)), /more than 4096 colors/],
  ['5 MB of text', 'a.css', latin1('a{color:#123}\n'.repeat(400_000)), /5\.60 MB.+more than any palette/],
];

function png(colorType: number): Uint8Array {
  const data = headerData(50_000, 50_000);
  data[9] = colorType;
  return joinPng([
    { type: 'IHDR', data },
    { type: 'IDAT', data: Buffer.alloc(10) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ]);
}

function circle(): Uint8Array {
  return latin1('{"a": {"$type": "color", "$value": "{b}"}, "b": {"$type": "color", "$value": "{a}"}}');
}

function chain(): Uint8Array {
  const tokens = Array.from({ length: 20_000 }, (_, i) => `"t${i}":{"$type":"color","$value":"{t${i + 1}}"}`);
  return latin1(`{${tokens.join()}}`);
}

describe('a file that is no palette', () => {
  for (const [what, name, bytes, sentence] of BAD) {
    it(`is refused in a sentence: ${what}`, () => {
      assert.match(sentenceAbout(bytes, name), sentence);
    });
  }

  it('is refused in a sentence, or read, whatever it holds', () => {
    const extensions = PALETTE_FORMATS.flatMap((format) => format.extensions);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2000, size: 'max' }),
        fc.constantFrom(...extensions),
        (bytes, extension) => {
          sentenceAbout(bytes, `a.${extension}`);
        },
      ),
      { numRuns: 500 },
    );
  });

  for (const format of PALETTE_FORMATS.filter(({ write }) => write)) {
    it(`is refused in a sentence, or read, when cut off or changed anywhere: ${format.label}`, () => {
      const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 });
      fc.assert(
        fc.property(palettes(20), changes, fc.nat(), (palette, changed, cut) => {
          const bytes = bytesOf(format.write!(palette, {})).slice();
          for (const [at, value] of changed) bytes[at % bytes.length] = value;
          sentenceAbout(bytes.subarray(0, 1 + (cut % bytes.length)), `a.${format.extensions[0]}`);
        }),
        { numRuns: 60 },
      );
    });
  }
});

describe('a style sheet', () => {
  const read = (css: string) =>
    readPalette(new TextEncoder().encode(css), 'a.css').palette.colors.map(({ rgba, name }) => [
      rgba.join(),
      name,
    ]);

  it('is read in every syntax of CSS', () => {
    const colors = [
      'rgb(255 0 0)',
      'rgba(255, 0, 0, 0.5)',
      '#f00',
      '#ff000080',
      'hsl(120deg 100% 25%)',
      'hwb(120 0% 0%)',
      'lab(0% 0 0)',
      'oklch(100% 0 0)',
      'color(srgb 0 0 1 / 50%)',
      'color(display-p3 1 0 0)',
      'rebeccapurple',
      'transparent',
    ];
    const css = `:root {\n${colors.map((color, i) => `  --c${i}: ${color};`).join('\n')}\n}`;
    assert.deepEqual(read(css), [
      ['255,0,0,255', 'c0'],
      ['255,0,0,128', 'c1'],
      ['255,0,0,255', 'c2'],
      ['255,0,0,128', 'c3'],
      ['0,128,0,255', 'c4'],
      ['0,255,0,255', 'c5'],
      ['0,0,0,255', 'c6'],
      ['255,255,255,255', 'c7'],
      ['0,0,255,128', 'c8'],
      ['255,0,0,255', 'c9'],
      ['102,51,153,255', 'c10'],
      ['0,0,0,0', 'c11'],
    ]);
  });

  it('gives colors without comments, selectors, links, and each only once', () => {
    const css = `/* #111111 */ #fade { color: #222; background: url(#bad) #333 }
      // #444
      a { border: 1px solid #222; color: #333333 }`;
    assert.deepEqual(read(css), [
      ['34,34,34,255', undefined],
      ['51,51,51,255', undefined],
    ]);
  });
});

describe('design tokens', () => {
  const read = (tokens: object) =>
    readPalette(new TextEncoder().encode(JSON.stringify(tokens)), 'a.tokens.json').palette.colors.map(
      ({ rgba, name }) => [rgba.join(), name],
    );

  it('are read with inherited types, aliases, pointers, color spaces, and the older form', () => {
    const color = (colorSpace: string, components: unknown[], more = {}) => ({
      colorSpace,
      components,
      ...more,
    });
    assert.deepEqual(
      read({
        brand: {
          $type: 'color',
          red: { $value: color('srgb', [1, 0, 0], { alpha: 0.5 }) },
          deep: {
            green: { $value: color('hsl', [120, 100, 25]) },
            $root: { $value: color('oklch', [1, 0, 'none']) },
          },
          again: { $value: '{brand.deep.green}' },
          pointed: { $value: { $ref: '#/brand/deep/green/$value' } },
          space: { $type: 'dimension', $value: { value: 4, unit: 'px' } },
        },
        old: { $type: 'color', $value: '#00f' },
        untyped: { $value: '#0ff' },
        chain: { $value: '{brand.again}' },
        unknown: { $type: 'color', $value: { colorSpace: 'other', components: [9, 9, 9], hex: '#123456' } },
      }),
      [
        ['255,0,0,128', 'brand red'],
        ['0,128,0,255', 'brand deep green'],
        ['255,255,255,255', 'brand deep'],
        ['0,128,0,255', 'brand again'],
        ['0,128,0,255', 'brand pointed'],
        ['0,0,255,255', 'old'],
        ['0,255,255,255', 'untyped'],
        ['0,128,0,255', 'chain'],
        ['18,52,86,255', 'unknown'],
      ],
    );
  });
});
