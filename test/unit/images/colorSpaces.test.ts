import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { decodeImage, type DecodedImage } from '../../../src/images/decode';
import { fixture } from './fixture';
import { ADOBE_RGB, iccProfile, SRGB_COLORANTS, type TestProfile } from './iccProfiles';
import { headerData, joinPng, splitPng } from './pngChunks';
import { assertSamePicture, secondOpinion } from './secondDecoder';

const LIMITS = { maxMegapixels: 100 };
const SIDE = 33;

/** All corners of the color cube, grays and what lies between. */
const COLORS = Buffer.from(
  Array.from({ length: SIDE * SIDE }, (_, i) => [
    Math.round((255 * (i % SIDE)) / (SIDE - 1)),
    Math.round((255 * Math.floor(i / SIDE)) / (SIDE - 1)),
    (i * 37) % 256,
  ]).flat(),
);

const decode = (bytes: Uint8Array, name = 'x.png'): Promise<DecodedImage> => decodeImage(bytes, name, LIMITS);

const plainPng = (): Promise<Buffer> =>
  sharp(COLORS, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .png()
    .toBuffer();

/** The picture's samples as they are, said to be of another color space by chunks before the data. */
async function pngWith(...chunks: [type: string, data: Buffer][]): Promise<Buffer> {
  const [header, ...rest] = splitPng(await plainPng());
  return joinPng([header!, ...chunks.map(([type, data]) => ({ type, data })), ...rest]);
}

const profileChunk = (profile: Buffer): [string, Buffer] => [
  'iCCP',
  Buffer.concat([Buffer.from('test\0\0', 'latin1'), deflateSync(profile)]),
];

/** The profile in APP2 segments of so many bytes. */
async function jpegWith(profile: Buffer, partLength = 60_000): Promise<Buffer> {
  const jpeg = await sharp(COLORS, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const count = Math.ceil(profile.length / partLength);
  const parts = Array.from({ length: count }, (_, i) => {
    const part = profile.subarray(i * partLength, (i + 1) * partLength);
    const head = Buffer.from(`\xff\xe2\0\0ICC_PROFILE\0${String.fromCharCode(i + 1, count)}`, 'latin1');
    head.writeUInt16BE(head.length - 2 + part.length, 2);
    return Buffer.concat([head, part]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)]);
}

/** Black is 0 in all of them: lcms moves it there. */
const PROFILES: [what: string, profile: TestProfile][] = [
  ['Adobe RGB', ADOBE_RGB],
  ['a profile of version 2', { ...ADOBE_RGB, version: 2 }],
  ['a curve of samples', { ...ADOBE_RGB, curve: { samples: [0, 0.1, 0.4, 1] } }],
  ['a parametric curve of type 0', { ...ADOBE_RGB, curve: { parametric: 0, parameters: [1.8] } }],
  [
    'a parametric curve of type 1',
    { ...ADOBE_RGB, curve: { parametric: 1, parameters: [2.4, 1.05, -0.05] } },
  ],
  [
    'a parametric curve of type 2',
    { ...ADOBE_RGB, curve: { parametric: 2, parameters: [2, 0.95, 0.05, -0.0025] } },
  ],
  [
    'a parametric curve of type 3',
    {
      ...ADOBE_RGB,
      curve: { parametric: 3, parameters: [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] },
    },
  ],
  [
    'a parametric curve of type 4',
    { ...ADOBE_RGB, curve: { parametric: 4, parameters: [2.2, 0.9, 0.1, 0.3, 0.1, 0, 0] } },
  ],
];

describe('a picture of another color space', () => {
  for (const [what, profile] of PROFILES) {
    it(`is converted to sRGB as lcms does: ${what}, PNG and JPEG`, async () => {
      const png = await pngWith(profileChunk(iccProfile(profile)));
      const image = await decode(png);
      assert.deepEqual(image.notices, []);
      await assertSamePicture(image, png, 2, what);
      const jpeg = await jpegWith(iccProfile(profile));
      await assertSamePicture(await decode(jpeg), jpeg, 4, `${what}, JPEG`);
    });
  }

  it('has other colors than its samples say, or this would test nothing', async () => {
    const { rgba } = await secondOpinion(await pngWith(profileChunk(iccProfile(ADOBE_RGB))));
    const plain = await secondOpinion(await plainPng());
    assert.ok(rgba.some((value, i) => Math.abs(value - plain.rgba[i]!) > 30));
  });

  it('is converted from Display P3 as libvips does', async () => {
    const p3 = sharp(COLORS, { raw: { width: SIDE, height: SIDE, channels: 3 } }).withIccProfile('p3');
    for (const bytes of [
      await p3.clone().png().toBuffer(),
      await p3.clone().jpeg({ quality: 100 }).toBuffer(),
    ]) {
      await assertSamePicture(await decode(bytes), bytes, 3, 'p3');
    }
    await assertSamePicture(
      await decode(fixture('display-p3.png')),
      fixture('display-p3.png'),
      1,
      'display-p3.png',
    );
  });

  it('is converted from 16 bits before it is rounded', async () => {
    // Linear light between black and what 8 bits call 1: more than ten levels of sRGB.
    const row = Buffer.alloc(1 + 2 * 257);
    for (let i = 0; i < 257; i++) row.writeUInt16BE(i, 1 + 2 * i);
    const linear = iccProfile({ space: 'GRAY', curve: { gamma: 1 } });
    for (const [type, data] of [profileChunk(linear), ['gAMA', uint32(100_000)] as const]) {
      const png = joinPng([
        { type: 'IHDR', data: headerData(257, 1, 16, 0) },
        { type, data },
        { type: 'IDAT', data: deflateSync(row) },
        { type: 'IEND', data: Buffer.alloc(0) },
      ]);
      const { rgba } = await decode(png);
      for (let i = 0; i < 257; i++) {
        const light = i / 65535;
        const expected = 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
        assert.ok(Math.abs(rgba[4 * i]! - expected) <= 1, `${type}, sample ${i}`);
      }
      assert.equal(rgba[4 * 256], 13);
    }
  });

  it('is converted from a gray profile', async () => {
    const gray = await sharp(COLORS, { raw: { width: SIDE, height: SIDE, channels: 3 } })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    const [header, ...rest] = splitPng(gray);
    const [type, data] = profileChunk(iccProfile({ space: 'GRAY', curve: { gamma: 1.5 } }));
    const png = joinPng([header!, { type, data }, ...rest]);
    await assertSamePicture(await decode(png), png, 2, 'gray');
  });

  it('keeps every sample when its space is as good as sRGB', async () => {
    const parameters = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
    const profile: TestProfile = {
      space: 'RGB ',
      colorants: SRGB_COLORANTS!,
      curve: { parametric: 3, parameters },
    };
    const plain = await decode(await plainPng());
    assert.deepEqual((await decode(await pngWith(profileChunk(iccProfile(profile))))).rgba, plain.rgba);
    assert.deepEqual((await decode(await pngWith(['cICP', Buffer.from([1, 13, 0, 1])]))).rgba, plain.rgba);
    assert.deepEqual((await decode(await pngWith(['gAMA', uint32(45_455)]))).rgba, plain.rgba);
  });

  it('puts the parts of a JPEG’s profile together', async () => {
    const whole = await decode(await jpegWith(iccProfile(ADOBE_RGB)), 'x.jpg');
    const inParts = await decode(await jpegWith(iccProfile(ADOBE_RGB), 100), 'x.jpg');
    assert.deepEqual(inParts.rgba, whole.rgba);
  });

  it('follows cICP before iCCP before sRGB before gAMA', async () => {
    const icc = profileChunk(iccProfile(ADOBE_RGB));
    const p3: [string, Buffer] = ['cICP', Buffer.from([12, 13, 0, 1])];
    const srgb: [string, Buffer] = ['sRGB', Buffer.from([0])];
    const gamma: [string, Buffer] = ['gAMA', uint32(100_000)];
    const of = async (...chunks: [string, Buffer][]) => (await decode(await pngWith(...chunks))).rgba;
    assert.deepEqual(await of(p3, icc, srgb, gamma), await of(p3));
    assert.deepEqual(await of(icc, srgb, gamma), await of(icc));
    assert.deepEqual(await of(srgb, gamma), await of());
    const different = [await of(p3), await of(icc), await of(gamma), await of()].map((rgba) => rgba.join());
    assert.equal(new Set(different).size, 4);
  });

  it('follows the primaries beside a gamma', async () => {
    const adobe = [31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000];
    const png = await pngWith(
      ['gAMA', uint32(Math.round((100_000 * 256) / 563))],
      ['cHRM', Buffer.concat(adobe.map(uint32))],
    );
    const asProfile = await pngWith(profileChunk(iccProfile(ADOBE_RGB)));
    const [{ rgba }, expected] = [await decode(png), await decode(asProfile)];
    assert.ok(rgba.every((value, i) => Math.abs(value - expected.rgba[i]!) <= 1));
  });

  it('says so when its profile is not applied', async () => {
    const unread: [what: string, bytes: Buffer][] = [
      ['tables only', await pngWith(profileChunk(iccProfile({ space: 'RGB ' })))],
      ['damaged', await pngWith(['iCCP', Buffer.from('test\0\0not zlib', 'latin1')])],
      ['HDR', await pngWith(['cICP', Buffer.from([9, 16, 0, 1])])],
      ['too large', await pngWith(profileChunk(Buffer.alloc(9 << 20)))],
      ['a part missing', (await jpegWith(iccProfile(ADOBE_RGB), 100)).fill(9, 17, 18)],
      ['CMYK', fixture('cmyk.jpg')],
    ];
    for (const [what, bytes] of unread) {
      const { notices } = await decode(bytes, 'shown.png');
      assert.equal(notices.length, 1, what);
      assert.match(notices[0]!, /^The color profile of “shown\.png” .+ is not applied.+\.$/, what);
    }
    assert.deepEqual((await decode(unread[0]![1])).rgba, (await decode(await plainPng())).rgba);
  });
});

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
