import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { unpackZlib as unpackOnWeb } from '../../../src/images/inflate.browser';
import { unpackZlib as unpackInNode } from '../../../src/images/inflate.node';

const SIDES = [
  ['in Node', unpackInNode],
  ['on the web', unpackOnWeb],
] as const;

/** 300 KB that pack to 200. */
const NOISE = Buffer.from(Array.from({ length: 300_000 }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 27));

for (const [where, unpack] of SIDES) {
  describe(`unpacking a zlib stream ${where}`, () => {
    async function unpacked(parts: readonly Uint8Array[]): Promise<Buffer> {
      const pieces: Uint8Array[] = [];
      await unpack(parts, (piece) => pieces.push(new Uint8Array(piece)));
      return Buffer.concat(pieces);
    }

    /** The words it is refused with. */
    async function complaint(stream: Uint8Array): Promise<string> {
      try {
        await unpacked([stream]);
      } catch (error) {
        return (error as Error).message;
      }
      return assert.fail('It was unpacked.');
    }

    it('gives what went in, wherever the stream is cut into parts, packed or stored', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 500 }),
          fc.constantFrom(0, 1, 9),
          fc.array(fc.nat(600), { maxLength: 5 }),
          async (data, level, cuts) => {
            const stream = deflateSync(data, { level });
            const edges = [0, ...cuts.map((cut) => Math.min(cut, stream.length)), stream.length];
            edges.sort((a, b) => a - b);
            const parts = edges.slice(1).map((edge, i) => stream.subarray(edges[i], edge));
            assert.ok((await unpacked(parts)).equals(data));
          },
        ),
        { numRuns: 200 },
      );
      for (const level of [0, 1, 9]) {
        assert.ok((await unpacked([deflateSync(NOISE, { level })])).equals(NOISE), `level ${level}`);
      }
    });

    it('refuses a checksum that does not match, whichever of its bits is wrong', async () => {
      for (const level of [0, 9]) {
        const stream = deflateSync(NOISE, { level });
        for (let bit = 0; bit < 32; bit++) {
          const changed = Buffer.from(stream);
          changed[changed.length - 4 + (bit >> 3)]! ^= 1 << (bit & 7);
          assert.equal(await complaint(changed), 'incorrect data check', `bit ${bit}`);
        }
      }
    });

    it('refuses a checksum that stands elsewhere than right behind the data', async () => {
      const stream = deflateSync(NOISE);
      const shifted = Buffer.concat([stream.subarray(0, -4), Buffer.alloc(1), stream.subarray(-4)]);
      assert.equal(await complaint(shifted), 'incorrect data check');
    });

    it('refuses data that fits its stream but not its checksum', async () => {
      const stored = deflateSync(NOISE, { level: 0 });
      for (const at of [100, 150_000, stored.length - 5]) {
        const changed = Buffer.from(stored);
        changed[at]! ^= 1;
        assert.equal(await complaint(changed), 'incorrect data check', `byte ${at}`);
      }
    });

    it('refuses a stream that is cut off', async () => {
      const stream = deflateSync(NOISE);
      for (const length of [0, 1, 5, 10, Math.floor(stream.length / 2), stream.length - 5]) {
        assert.match(await complaint(stream.subarray(0, length)), /unexpected end/, `${length} bytes`);
      }
      for (let missing = 1; missing <= 4; missing++) {
        assert.match(await complaint(stream.subarray(0, -missing)), /unexpected end/, `${missing} missing`);
      }
    });

    it('leaves alone what follows the stream, however much that is', async () => {
      for (const length of [1, 4, 1000, 30_000_000]) {
        const stream = Buffer.concat([deflateSync(NOISE), Buffer.alloc(length, 0xaa)]);
        assert.ok((await unpacked([stream])).equals(NOISE), `${length} bytes`);
      }
    });

    it('takes hundreds of thousands of parts of one byte', async () => {
      const stream = deflateSync(Buffer.alloc(200_000, 'stored'), { level: 0 });
      const parts = Array.from(stream, (_, i) => stream.subarray(i, i + 1));
      assert.equal((await unpacked(parts)).length, 200_000);
    });

    it('ends with what the taker throws', async () => {
      const failing = unpack([deflateSync(NOISE)], () => {
        throw new Error('enough');
      });
      await assert.rejects(failing, /enough/);
    });
  });
}
