import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import sharp, { type JpegOptions } from 'sharp';
import { decodeImage, type DecodedImage } from '../../../src/images/decode';
import { fixture } from './fixture';
import { headerData, joinPng, splitPng } from './pngChunks';
import { assertSamePicture, secondOpinionOnCmyk } from './secondDecoder';

const LIMITS = { maxMegapixels: 100 };

const decodeFixture = (name: string): Promise<DecodedImage> => decodeImage(fixture(name), name, LIMITS);

const pngSuite = readdirSync('test/fixtures/pngsuite').filter((name) => name.endsWith('.png'));

describe('decoding a PNG', () => {
  // One level: libvips cuts 16 bits down to 8, jimp rounds.
  for (const name of pngSuite.filter((file) => !file.startsWith('x'))) {
    it(`shows ${name} as libvips does, within one level`, async () => {
      const image = await decodeFixture(`pngsuite/${name}`);
      assert.equal(image.format, 'PNG');
      await assertSamePicture(image, fixture(`pngsuite/${name}`), 1, name);
    });
  }

  for (const name of ['gray-alpha-16-bit.png', 'palette-transparent.png', 'icon-transparent.png']) {
    it(`shows ${name} as libvips does, within one level`, async () => {
      await assertSamePicture(await decodeFixture(name), fixture(name), 1, name);
    });
  }

  it('shows the default picture of an animation', async () => {
    const image = await decodeFixture('animated.png');
    assert.equal(image.format, 'APNG');
    await assertSamePicture(image, fixture('animated.png'), 0, 'animated.png');
  });

  it('leaves the color of fully transparent pixels as it is', async () => {
    const rgba = Uint8Array.of(10, 20, 30, 0, 40, 50, 60, 255);
    const png = await sharp(rgba, { raw: { width: 2, height: 1, channels: 4 } })
      .png()
      .toBuffer();
    assert.deepEqual((await decodeImage(png, 'a.png', LIMITS)).rgba, rgba);
  });

  it('turns a picture whose eXIf chunk says so, as browsers do', async () => {
    const rgb = Uint8Array.of(1, 1, 1, 2, 2, 2, 3, 3, 3);
    const png = await sharp(rgb, { raw: { width: 3, height: 1, channels: 3 } })
      .png()
      .toBuffer();
    const [header, ...rest] = splitPng(png);
    assert.ok(header);
    const rotated = Buffer.from('4d4d002a00000008000101120003000000010008000000000000', 'hex');
    const image = await decodeImage(
      joinPng([header, { type: 'eXIf', data: rotated }, ...rest]),
      'a.png',
      LIMITS,
    );
    assert.deepEqual([image.width, image.height], [1, 3]);
    assert.deepEqual([image.rgba[0], image.rgba[4], image.rgba[8]], [3, 2, 1]);
  });

  it('does not mind what a program appended after the end', async () => {
    const png = fixture('pngsuite/basn6a08.png');
    const longer = Buffer.concat([png, Buffer.from('appended by some program')]);
    assert.deepEqual(await decodeImage(longer, 'a.png', LIMITS), await decodeImage(png, 'a.png', LIMITS));
  });
});

describe('decoding a JPEG', () => {
  // Two levels: IDCT, chroma upsampling and color conversion may round differently.
  for (const name of ['progressive.jpg', 'gray.jpg']) {
    it(`shows ${name} as libvips does, within two levels`, async () => {
      const image = await decodeFixture(name);
      assert.equal(image.format, 'JPEG');
      await assertSamePicture(image, fixture(name), 2, name);
    });
  }

  for (let orientation = 1; orientation <= 8; orientation++) {
    it(`turns a picture of EXIF orientation ${orientation} upright`, async () => {
      const name = `exif/orientation-${orientation}.jpg`;
      await assertSamePicture(await decodeFixture(name), fixture(name), 2, name);
    });
  }

  it('turns a CMYK picture upright too', async () => {
    const upright = await decodeFixture('cmyk.jpg');
    const tag = Buffer.from('4578696600004d4d002a00000008000101120003000000010003000000000000', 'hex');
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, tag.length + 2]), tag]);
    const jpeg = fixture('cmyk.jpg');
    const upsideDown = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
    const turned = await decodeImage(upsideDown, 'a.jpg', LIMITS);
    assert.deepEqual([...turned.rgba.subarray(0, 4)], [...upright.rgba.subarray(-4)]);
  });

  const cmykOf = (options: JpegOptions): Promise<Buffer> =>
    sharp('samples/hats.png').resize(151, 101).toColourspace('cmyk').jpeg(options).toBuffer();
  const cmyks: [what: string, make: () => Promise<Buffer>][] = [
    ['YCCK', () => Promise.resolve(fixture('cmyk.jpg'))],
    ['CMYK', () => cmykOf({ chromaSubsampling: '4:4:4' })],
    ['CMYK of fewer samples', () => cmykOf({ chromaSubsampling: '4:2:0' })],
    ['progressive CMYK', () => cmykOf({ progressive: true })],
  ];
  for (const [what, make] of cmyks) {
    it(`converts ${what} by the rule of browsers: libvips's samples within two levels`, async () => {
      const jpeg = await make();
      const image = await decodeImage(jpeg, 'a.jpg', LIMITS);
      await assertSamePicture(image, jpeg, 2, what, secondOpinionOnCmyk);
    });
  }

  it('takes CMYK without an Adobe segment for plain CMYK, as browsers do', async () => {
    const jpeg = fixture('cmyk.jpg');
    const [adobeStart, adobeEnd] = [2, 18];
    assert.equal(jpeg.toString('latin1', 6, 11), 'Adobe');
    const plain = Buffer.concat([jpeg.subarray(0, adobeStart), jpeg.subarray(adobeEnd)]);
    const image = await decodeImage(plain, 'plain.jpg', LIMITS);
    const at = 4 * (10 * image.width + 10);
    // What Chromium 156 shows there.
    assert.deepEqual([...image.rgba.subarray(at, at + 4)], [82, 87, 78, 255]);
  });

  it('shows RGB stored without transform (Adobe transform 0) in its right colors', async () => {
    const gray = Buffer.from(fixture('progressive.jpg'));
    // The same samples with a segment saying “RGB”: red is then what luma was.
    const adobe = Buffer.from([0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0]);
    const withoutJfif = gray.subarray(2 + 2 + gray.readUInt16BE(4));
    assert.equal(gray.toString('latin1', 6, 10), 'JFIF');
    const rgb = Buffer.concat([gray.subarray(0, 2), adobe, withoutJfif]);
    await assertSamePicture(await decodeImage(rgb, 'rgb.jpg', LIMITS), rgb, 2, 'rgb.jpg');
  });

  it('decodes several at once', async () => {
    const names = ['progressive.jpg', 'gray.jpg', 'exif/orientation-6.jpg', 'cmyk.jpg'];
    const alone: DecodedImage[] = [];
    for (const name of names) alone.push(await decodeFixture(name));
    assert.deepEqual(await Promise.all(names.map(decodeFixture)), alone);
  });
});

describe('a decoded image', () => {
  const names = [
    'pngsuite/s01n3p01.png',
    'pngsuite/basn6a08.png',
    'pngsuite/basn6a16.png',
    'gray.jpg',
    'cmyk.jpg',
  ];

  it('is a plain array that fills a buffer of its own, so that it can be transferred', async () => {
    for (const name of names) {
      const { rgba } = await decodeFixture(name);
      assert.equal(Object.getPrototypeOf(rgba), Uint8Array.prototype, name);
      assert.equal(rgba.byteOffset, 0, name);
      assert.equal(rgba.buffer.byteLength, rgba.length, name);
    }
  });

  it('leaves the bytes it came from unchanged', async () => {
    for (const name of [...names, 'exif/orientation-6.jpg']) {
      const bytes = fixture(name);
      await decodeImage(bytes, name, LIMITS);
      assert.ok(bytes.equals(fixture(name)), name);
    }
  });

  it('is the same from a view into a larger buffer', async () => {
    for (const name of ['pngsuite/basn2c08.png', 'exif/orientation-6.jpg']) {
      const padded = Buffer.concat([Buffer.alloc(5, 0xff), fixture(name), Buffer.alloc(3)]);
      const view = new Uint8Array(padded.buffer, padded.byteOffset + 5, fixture(name).length);
      assert.deepEqual(await decodeImage(view, name, LIMITS), await decodeFixture(name));
    }
  });

  it('may have exactly as many megapixels as allowed', async () => {
    const image = await decodeImage(fixture('pngsuite/basn2c08.png'), 'a.png', { maxMegapixels: 0.001024 });
    assert.equal(image.width * image.height, 1024);
    assert.equal(splitPng(fixture('pngsuite/basn2c08.png'))[0]?.data.compare(headerData(32, 32)), 0);
  });
});
