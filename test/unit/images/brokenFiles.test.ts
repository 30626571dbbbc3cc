import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { IMAGE_TARGETS, imageInput } from '../../bench/images/imageTargets';
import { decodeImage } from '../../../src/images/decode';
import { UserError } from '../../../src/shared/userError';
import { fixture } from './fixture';
import { frameStart } from './jpegFrame';
import { headerData, joinPng, splitPng, type TestChunk } from './pngChunks';
import { refusal } from './refusal';

const LIMITS = { maxMegapixels: 100 };
const END: TestChunk = { type: 'IEND', data: Buffer.alloc(0) };

const refusedAs = (bytes: Uint8Array, name = 'x.png'): Promise<string> =>
  refusal(() => decodeImage(bytes, name, LIMITS));

const noticesOf = async (bytes: Uint8Array, name = 'x.png'): Promise<string[]> =>
  (await decodeImage(bytes, name, LIMITS)).notices;

/** The JPEG with other numbers in its frame header. */
function withSize(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  changed.writeUInt16BE(height, frameStart(jpeg) + 5);
  changed.writeUInt16BE(width, frameStart(jpeg) + 7);
  return changed;
}

describe('a file cut off', () => {
  const names = [
    'pngsuite/basi0g01.png',
    'pngsuite/basn2c16.png',
    'pngsuite/basi6a16.png',
    'pngsuite/z00n2c08.png',
    'animated.png',
    'gray-alpha-16-bit.png',
    'exif/orientation-6.jpg',
    'gray.jpg',
    'progressive.jpg',
    'cmyk.jpg',
  ];
  for (const name of names) {
    it(`is refused after each hundredth: ${name}`, async () => {
      const bytes = fixture(name);
      for (let percent = 0; percent < 100; percent++) {
        const cut = bytes.subarray(0, Math.floor((bytes.length * percent) / 100));
        assert.match(
          await refusedAs(cut, name),
          /empty|cut off|first bytes are|missing|not an image/,
          `${percent} %`,
        );
      }
    });
  }
});

describe('a file with random damage', () => {
  for (const [kind, target] of Object.entries(IMAGE_TARGETS)) {
    it(`is a picture or refused with a sentence: ${kind}`, async () => {
      const sound = await target.sound();
      let shown = 0;
      for (let at = 0; at < 150; at++) {
        const bytes = imageInput(target, sound, 2026, at);
        try {
          // A small limit: a changed size must not make the test decode a hundred megapixels.
          const { width, height, rgba } = await decodeImage(bytes, 'x', { maxMegapixels: 2 });
          assert.equal(rgba.length, 4 * width * height);
          shown++;
        } catch (error) {
          assert.ok(error instanceof UserError, `input ${at}: ${String(error)}`);
          assert.match(error.message, /^“x” [^\n]+\.$/, `input ${at}`);
        }
      }
      assert.ok(
        shown > 0 && shown < 150,
        `${shown} shown: the damage is too great or too small to test anything`,
      );
    });
  }
});

describe('a file that claims more than it holds', () => {
  const pngClaims: [what: string, width: number, height: number][] = [
    ['65,535 × 65,535', 65_535, 65_535],
    ['4 GB in a row', 0x3fffffff, 1],
    ['the largest sides', 0x7fffffff, 0x7fffffff],
  ];
  for (const [what, width, height] of pngClaims) {
    it(`is refused for its size before anything is decoded: PNG, ${what}`, async () => {
      const png = joinPng([
        { type: 'IHDR', data: headerData(width, height) },
        { type: 'IDAT', data: deflateSync('') },
        END,
      ]);
      assert.match(await refusedAs(png), /megapixels/);
    });
  }

  it('is refused for its size before anything is decoded: JPEG', async () => {
    for (const name of ['gray.jpg', 'progressive.jpg', 'cmyk.jpg']) {
      assert.match(await refusedAs(withSize(fixture(name), 65_000, 65_000), name), /megapixels/);
      assert.match(await refusedAs(withSize(fixture(name), 65_535, 65_535), name), /up to 65500 a side/);
    }
  });

  it('is refused when a chunk of 4 GB is announced', async () => {
    const png = Buffer.from(fixture('pngsuite/basn2c08.png'));
    for (const length of [0x7fffffff, 0xffffffff]) {
      png.writeUInt32BE(length, 33);
      assert.match(await refusedAs(png), /cut off/);
    }
  });

  it('is refused when data for so many pixels is missing', async () => {
    const header = headerData(9_000, 9_000, 1, 0);
    const png = joinPng([
      { type: 'IHDR', data: header },
      { type: 'IDAT', data: deflateSync(Buffer.alloc(100)) },
      END,
    ]);
    assert.match(await refusedAs(png), /ends too early/);
    assert.match(await refusedAs(withSize(fixture('gray.jpg'), 4_000, 4_000)), /ends too early/);
  });

  it('is refused as a JPEG of a thousand passes, which would take minutes', async () => {
    const jpeg = withSize(fixture('progressive.jpg'), 9_000, 9_000);
    const scan = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
    const [start, pass, end] = [jpeg.subarray(0, scan), jpeg.subarray(scan, -2), jpeg.subarray(-2)];
    const passes = Array.from({ length: 1000 }, () => pass.subarray(0, 40));
    assert.match(await refusedAs(Buffer.concat([start, ...passes, end])), /in \d+ passes/);
  });

  it('is refused as CMYK that would take too much memory', async () => {
    assert.match(
      await refusedAs(withSize(fixture('cmyk.jpg'), 9_000, 9_000)),
      /CMYK picture of 81 megapixels.+up to 50/,
    );
  });
});

describe('a file with another extension than its own', () => {
  it('is read by its content', async () => {
    assert.equal((await decodeImage(fixture('gray.jpg'), 'x.png', LIMITS)).format, 'JPEG');
    assert.equal((await decodeImage(fixture('pngsuite/basn2c08.png'), 'x.jpg', LIMITS)).format, 'PNG');
  });
});

describe('a picture of extreme shape', () => {
  for (const [width, height] of [
    [1, 1],
    [65_535, 1],
    [1, 65_535],
  ] as const) {
    it(`is shown: PNG of ${width} × ${height}, interlaced or not`, async () => {
      for (const progressive of [false, true]) {
        const create = { width, height, channels: 3 as const, background: '#123456' };
        const png = await sharp({ create }).png({ progressive }).toBuffer();
        const image = await decodeImage(png, 'x.png', LIMITS);
        assert.deepEqual([image.width, image.height], [width, height]);
        assert.ok(image.rgba.every((value, i) => value === [0x12, 0x34, 0x56, 255][i % 4]));
      }
    });
  }

  it('is shown: JPEG of 1 × 65,500 and 65,500 × 1, the most that decoders read', async () => {
    for (const [width, height] of [
      [1, 65_500],
      [65_500, 1],
    ] as const) {
      const jpeg = await sharp({ create: { width, height, channels: 3, background: '#808080' } })
        .jpeg()
        .toBuffer();
      const image = await decodeImage(jpeg, 'x.jpg', LIMITS);
      assert.deepEqual(
        [image.width, image.height, image.rgba[0], image.rgba.at(-2)],
        [width, height, 128, 128],
      );
    }
    const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } })
      .jpeg()
      .toBuffer();
    assert.match(await refusedAs(withSize(jpeg, 8, 65_535)), /8 × 65535 pixels.+only up to 65500 a side/);
  });
});

describe('a PNG that breaks a rule its picture depends on', () => {
  const chunks = splitPng(fixture('pngsuite/tbbn3p08.png'));
  const [header, ...others] = chunks;
  const rest = others.filter(({ type }) => type !== 'IEND');
  const of = (type: string): TestChunk => rest.find((chunk) => chunk.type === type)!;
  const broken: [what: string, chunks: TestChunk[], sentence: RegExp][] = [
    [
      'an unknown critical chunk',
      [header!, { type: 'ABCD', data: Buffer.alloc(1) }, ...rest, END],
      /unknown kind \(ABCD\)/,
    ],
    [
      'a chunk that is not named in letters',
      [header!, { type: 'tR\0S', data: Buffer.alloc(1) }, ...rest, END],
      /not of PNG/,
    ],
    ['two palettes', [header!, of('PLTE'), ...rest, END], /PLTE chunk is not where/],
    [
      'a palette after the data',
      [header!, ...rest.filter(({ type }) => type !== 'PLTE' && type !== 'tRNS'), of('PLTE'), END],
      /PLTE chunk is not where/,
    ],
    [
      'transparency after the data',
      [header!, ...rest.filter(({ type }) => type !== 'tRNS'), of('tRNS'), END],
      /tRNS chunk is not where/,
    ],
    [
      'a palette of broken colors',
      rest
        .map((chunk) => (chunk.type === 'PLTE' ? { ...chunk, data: chunk.data.subarray(1) } : chunk))
        .flatMap((chunk, i) => (i === 0 ? [header!, chunk] : [chunk]))
        .concat(END),
      /PLTE chunk has an impossible length/,
    ],
    [
      'more alphas than colors',
      [header!, of('PLTE'), { type: 'tRNS', data: Buffer.alloc(300) }, of('IDAT'), END],
      /tRNS chunk has an impossible length/,
    ],
    [
      'interrupted data',
      [header!, of('PLTE'), of('IDAT'), { type: 'tEXt', data: Buffer.from('a\0b') }, of('IDAT'), END],
      /picture data \(IDAT\) is interrupted/,
    ],
    [
      'another way of interlacing',
      [{ type: 'IHDR', data: headerData(8, 8, 8, 2, 2) }, of('IDAT'), END],
      /a way of storing/,
    ],
  ];
  for (const [what, parts, sentence] of broken) {
    it(`is refused: ${what}`, async () => assert.match(await refusedAs(joinPng(parts)), sentence));
  }

  it('is told apart when Xcode made it for iPhone apps', async () => {
    const apple = joinPng([{ type: 'CgBI', data: Buffer.alloc(4) }, ...chunks]);
    assert.match(await refusedAs(apple), /iPhone apps/);
  });

  it('is refused with a sum over its data that does not match, or a filter that is not', async () => {
    const data = of('IDAT').data;
    const wrongSum = Buffer.from(data);
    wrongSum[wrongSum.length - 1]! ^= 1;
    const withData = (changed: Buffer): Buffer =>
      joinPng(chunks.map((chunk) => (chunk.type === 'IDAT' ? { ...chunk, data: changed } : chunk)));
    assert.match(await refusedAs(withData(wrongSum)), /damaged/);
    const wrongFilter = Buffer.alloc(32 * 33);
    wrongFilter[33] = 9;
    assert.match(await refusedAs(withData(deflateSync(wrongFilter))), /damaged/);
  });
});

describe('a file that is damaged and can be shown', () => {
  it('says so: PNG with a wrong checksum beside its picture', async () => {
    const png = Buffer.from(fixture('pngsuite/basn3p08.png'));
    const gamma = png.indexOf('gAMA');
    png[gamma + 8]! ^= 1;
    assert.match(
      (await noticesOf(png)).join(),
      /^“x\.png” is damaged beside its picture \(the checksum of gAMA/,
    );
    assert.deepEqual(await noticesOf(fixture('pngsuite/basn3p08.png')), []);
  });

  it('says so: JPEG whose data makes no sense in places', async () => {
    const jpeg = Buffer.from(fixture('gray.jpg'));
    const middle = Math.floor(jpeg.length / 2);
    const changed = Buffer.concat([jpeg.subarray(0, middle), Buffer.alloc(200, 0x55), jpeg.subarray(middle)]);
    assert.match((await noticesOf(changed, 'x.jpg')).join(), /^“x\.jpg” is damaged or unusually written/);
    assert.deepEqual(await noticesOf(jpeg, 'x.jpg'), []);
  });

  it('says so: CMYK with data that makes no sense in places, or restarts that do not come', async () => {
    const jpeg = fixture('cmyk.jpg');
    const middle = Math.floor(jpeg.length / 2);
    const noise = Buffer.concat([jpeg.subarray(0, middle), Buffer.alloc(200, 0x55), jpeg.subarray(middle)]);
    const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
    const interval = Buffer.from([0xff, 0xdd, 0, 4, 0, 9]);
    const restarts = Buffer.concat([jpeg.subarray(0, scan), interval, jpeg.subarray(scan)]);
    for (const changed of [noise, restarts]) {
      assert.match((await noticesOf(changed, 'x.jpg')).join(), /^“x\.jpg” is damaged or unusually written/);
    }
  });

  it('is refused where nothing of it would be right: CMYK whose tables are damaged', async () => {
    const table = Buffer.from(fixture('cmyk.jpg'));
    const start = table.indexOf(Buffer.from([0xff, 0xc4])) + 5;
    table.fill(0xff, start, start + 4);
    assert.match(await refusedAs(table), /damaged/);
  });
});
