import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { UserError } from '../../../src/shared/userError';
import { ENGLISH } from '../../../src/shared/localization';
import { startWorkerThread } from '../../../src/worker/host.browser';
import { fixture } from '../images/fixture';
import { headerData, joinPng } from '../images/pngChunks';
import { optionsWith, RealWorker } from './realWorker';
import { startWebThread } from './webThread';

const PNG_SUITE = readdirSync('test/fixtures/pngsuite').filter((name) => name.endsWith('.png'));
const JPEGS = ['cmyk.jpg', 'gray.jpg', 'progressive.jpg', 'exif/orientation-6.jpg'];

describe('the worker for the web', () => {
  const inNode = new RealWorker();
  const onWeb = new RealWorker(ENGLISH, startWebThread);
  const both = [inNode, onWeb];

  after(() => {
    for (const { client, log } of both) {
      client.dispose();
      assert.deepEqual(log, []);
    }
  });

  // With its last picture a worker would end, and another one take its time to start.
  before(() => Promise.all(both.map((worker) => worker.open('kept', 'address-book-icon.png'))));

  /** What becomes of a file: what is known of it, a palette, and how large that palette's file is; or the sentence. */
  async function outcome(worker: RealWorker, bytes: Uint8Array, name: string): Promise<unknown> {
    try {
      const opened = await worker.openBytes(name, bytes, name);
      // These pictures are so small that the size is not estimated: they are encoded whole.
      return { opened, quick: await worker.client.palette(name, optionsWith({ k: 16 })) };
    } catch (error) {
      assert.ok(error instanceof UserError, String(error));
      return error.message;
    }
  }

  async function assertSame(bytes: Uint8Array, name: string): Promise<void> {
    const [node, web] = [await outcome(inNode, bytes, name), await outcome(onWeb, bytes, name)];
    assert.deepEqual(web, node, name);
  }

  it('makes of every picture what the one in Node makes of it', async () => {
    for (const name of [...PNG_SUITE.map((file) => `pngsuite/${file}`), 'animated.png', ...JPEGS]) {
      await assertSame(fixture(name), name);
    }
  });

  it('writes the same file, to the byte', async () => {
    const options = optionsWith({ k: 8, dither: 'floyd-steinberg' });
    for (const name of ['pngsuite/basi6a16.png', 'exif/orientation-6.jpg']) {
      const [node, web] = await Promise.all(
        both.map(async ({ client }) => (await client.result(name, options)).png),
      );
      assert.deepEqual(Buffer.from(web!), Buffer.from(node!), name);
    }
  });

  it('refuses broken files with the same sentences', async () => {
    const png = readFileSync(join('samples', 'address-book-icon.png'));
    const jpeg = fixture('gray.jpg');
    for (const share of [0, 0.1, 0.5, 0.9]) {
      await assertSame(png.subarray(0, share * png.length), 'cut-off.png');
      await assertSame(jpeg.subarray(0, share * jpeg.length), 'cut-off.jpg');
    }
    await assertSame(fixture('truncated.png'), 'truncated.png');
    for (const interlace of [0, 1]) {
      for (const length of [20, 20_000_000]) {
        const png = joinPng([
          { type: 'IHDR', data: headerData(8, 8, 8, 2, interlace) },
          { type: 'IDAT', data: deflateSync(Buffer.alloc(length)) },
          { type: 'IEND', data: Buffer.alloc(0) },
        ]);
        await assertSame(png, `${length} bytes instead of 200.png`);
      }
    }
  });

  it('refuses a sum over the data that does not match, and a stream that is cut off in a sound chunk', async () => {
    const stream = deflateSync(Buffer.alloc(8 * 25, 0x5a));
    const wrongSum = Buffer.from(stream);
    wrongSum[wrongSum.length - 1]! ^= 1;
    for (const data of [wrongSum, stream.subarray(0, -6), Buffer.concat([stream, Buffer.alloc(9)])]) {
      const header = { type: 'IHDR', data: headerData(8, 8, 8, 2) };
      const png = joinPng([header, { type: 'IDAT', data }, { type: 'IEND', data: Buffer.alloc(0) }]);
      await assertSame(png, 'sum.png');
    }
  });

  it('makes files smaller in a thread of its own', async () => {
    const sizes = [];
    for (const worker of both) {
      const { png } = await worker.client.result('kept', optionsWith({ k: 4 }));
      const before = png.length;
      const smaller = await worker.client.optimize('kept', png);
      assert.ok(smaller.png.length < before);
      sizes.push(smaller.png.length);
    }
    assert.equal(sizes[0], sizes[1]);
  });

  it('tells why it could not be started', async () => {
    const ended = new Promise<string>((resolve) => {
      // Nothing serves this port.
      startWorkerThread('http://127.0.0.1:9/dist/', ENGLISH, {
        onReply: () => assert.fail(),
        onEnd: resolve,
      });
    });
    assert.match(await ended, /fetch failed/);
  });
});
