import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
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

/** A PNG with this IDAT content, deflated here. */
function pngOf(header: Buffer, raw: Buffer): Buffer {
  return joinPng([{ type: 'IHDR', data: header }, { type: 'IDAT', data: deflateSync(raw) }, END]);
}

describe('refusing to decode', () => {
  const corrupt = readdirSync('test/fixtures/pngsuite').filter((name) => name.startsWith('x'));

  it('has all 14 corrupt files of PngSuite to try', () => assert.equal(corrupt.length, 14));

  for (const name of corrupt) {
    it(`refuses the corrupt ${name} with a sentence that names it`, async () => {
      const sentence = await refusedAs(fixture(`pngsuite/${name}`), name);
      assert.ok(sentence.includes(name));
      assert.match(sentence, /damaged|no picture/);
    });
  }

  it('says which checksum of a PNG does not match', async () => {
    assert.match(await refusedAs(fixture('pngsuite/xcsn0g01.png')), /checksum of its picture data \(IDAT\)/);
    assert.match(await refusedAs(fixture('pngsuite/xhdn0g08.png')), /checksum of its header \(IHDR\)/);
  });

  it('refuses a PNG wherever it was cut off', async () => {
    const png = fixture('pngsuite/basi3p08.png');
    for (let length = 1; length < png.length; length += 13) {
      assert.match(await refusedAs(png.subarray(0, length)), /cut off|missing/, `${length} bytes`);
    }
    assert.match(await refusedAs(png.subarray(0, png.length - 1)), /cut off/);
    assert.match(await refusedAs(fixture('truncated.png')), /cut off/);
  });

  it('refuses a JPEG wherever it was cut off, also with an end marker put after the cut', async () => {
    for (const name of ['exif/orientation-1.jpg', 'gray.jpg', 'progressive.jpg', 'cmyk.jpg']) {
      const jpeg = fixture(name);
      for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        const cut = jpeg.subarray(0, Math.floor(jpeg.length * share));
        assert.match(await refusedAs(cut, name), /cut off or damaged/);
      }
      assert.match(await refusedAs(jpeg.subarray(0, jpeg.length - 2), name), /cut off or damaged/);
    }
    const baseline = fixture('gray.jpg').subarray(0, 30_000);
    const patched = Buffer.concat([baseline, Buffer.from([0xff, 0xd9])]);
    assert.match(await refusedAs(patched, 'gray.jpg'), /picture data ends too early/);
  });

  it('keeps the decoder’s own error as the cause', async () => {
    const patched = Buffer.concat([fixture('gray.jpg').subarray(0, 30_000), Buffer.from([0xff, 0xd9])]);
    await assert.rejects(decodeImage(patched, 'gray.jpg', LIMITS), (error) => {
      assert.ok(error instanceof UserError && error.cause instanceof Error);
      assert.match(error.cause.message, /premature end/);
      return true;
    });
  });

  it('refuses a PNG with sound checksums and unsound data', async () => {
    // Any of it may be a row's filter, which the passes of an interlaced picture put elsewhere.
    const raw = Buffer.from(Array.from({ length: 8 * 25 }, (_, i) => ((i * i) % 251) % 5));
    const deflated = deflateSync(raw);
    const wrongSum = Buffer.from(deflated);
    wrongSum.writeUInt32BE(12345, wrongSum.length - 4);
    for (const interlace of [0, 1]) {
      const withData = (data: Buffer): Buffer =>
        joinPng([{ type: 'IHDR', data: headerData(8, 8, 8, 2, interlace) }, { type: 'IDAT', data }, END]);
      assert.match(await refusedAs(withData(deflateSync(raw.subarray(0, 125)))), /ends too early/);
      assert.match(await refusedAs(withData(deflated.subarray(0, deflated.length / 2))), /ends too early/);
      assert.match(await refusedAs(withData(Buffer.from('this is not zlib'))), /cannot be decoded/);
      assert.match(await refusedAs(withData(wrongSum)), /cannot be decoded/);
    }
  });

  it('refuses a palette PNG without a palette', async () => {
    assert.match(await refusedAs(pngOf(headerData(8, 8, 8, 3), Buffer.alloc(8 * 9))), /palette/);
  });

  it('refuses an index beyond the palette', async () => {
    const png = joinPng([
      { type: 'IHDR', data: headerData(1, 1, 8, 3) },
      { type: 'PLTE', data: Buffer.from([1, 2, 3]) },
      { type: 'IDAT', data: deflateSync(Buffer.from([0, 7])) },
      END,
    ]);
    assert.match(await refusedAs(png), /colors that its palette does not have/);
  });

  it('refuses an image over the limit before decoding it, with its size and the setting', async () => {
    // Nothing follows the header that could be decoded.
    const huge = joinPng([{ type: 'IHDR', data: headerData(20_000, 20_000, 1, 0) }, END]);
    assert.equal(
      await refusedAs(huge, 'map.png'),
      '“map.png” has 20000 × 20000 pixels (400 megapixels), more than the 100 megapixels that the setting tessera.limits.maxMegapixels allows.',
    );
    const sentence = await refusal(() => decodeImage(fixture('gray.jpg'), 'g.jpg', { maxMegapixels: 0.2 }));
    assert.match(sentence, /512 × 512 pixels \(0\.3 megapixels\), more than the 0\.2 megapixels/);
  });

  it('refuses a second header, whose size nobody checked', async () => {
    const [header, ...rest] = splitPng(fixture('pngsuite/basn2c08.png'));
    assert.ok(header);
    const second = { type: 'IHDR', data: headerData(30_000, 30_000) };
    assert.match(await refusedAs(joinPng([header, second, ...rest])), /two headers/);
    const jpeg = fixture('gray.jpg');
    const frame = frameStart(jpeg);
    const frameEnd = frame + 2 + jpeg.readUInt16BE(frame + 2);
    const doubled = Buffer.concat([jpeg.subarray(0, frameEnd), jpeg.subarray(frame)]);
    assert.match(await refusedAs(doubled, 'x.jpg'), /two headers/);
  });

  it('refuses a PNG that unpacks to far more than its size', async () => {
    for (const interlace of [0, 1]) {
      const bomb = pngOf(headerData(8, 8, 8, 2, interlace), Buffer.alloc(20_000_000));
      assert.ok(bomb.length < 50_000);
      await assert.rejects(decodeImage(bomb, 'bomb.png', LIMITS), (error) => {
        assert.ok(error instanceof UserError && error.cause instanceof Error);
        assert.match(error.cause.message, /more than \d+ bytes/);
        return true;
      });
    }
  });

  it('either shows or refuses with a sentence whatever bytes are altered', async () => {
    const names = ['pngsuite/basi3p08.png', 'pngsuite/tbbn3p08.png', 'exif/orientation-6.jpg', 'cmyk.jpg'];
    const files = names.map((name) => ({ name, bytes: fixture(name) }));
    const alteration = fc.record({ at: fc.nat(1499), value: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(alteration, { minLength: 1, maxLength: 8 }),
        async ({ name, bytes }, alterations) => {
          const altered = Buffer.from(bytes);
          for (const { at, value } of alterations) altered[at % altered.length] = value;
          try {
            // A small limit: an altered size must not make the test decode a hundred megapixels.
            const { width, height, rgba } = await decodeImage(altered, name, { maxMegapixels: 0.5 });
            assert.equal(rgba.length, 4 * width * height);
          } catch (error) {
            assert.ok(error instanceof UserError, String(error));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
