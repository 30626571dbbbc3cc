import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { Cancelled } from '../../../src/engine/steps';
import { UserError } from '../../../src/shared/userError';
import { WorkerLost } from '../../../src/worker/client';
import { tessera, useFolder } from '../cli/commandLine';
import { fixture } from '../images/fixture';
import { optionsWith, useRealWorker } from './realWorker';

/** A picture that takes a while: 1.5 megapixels of a sample, enlarged. */
function largePicture(): Promise<Buffer> {
  return sharp(join('samples', 'hats.png')).resize(1500, 1000).png({ compressionLevel: 1 }).toBuffer();
}

/** The middle of a sample, at most 240 × 160 pixels, in the sample's format. */
async function partOf(file: string): Promise<Buffer> {
  const { width, height } = await sharp(join('samples', file)).metadata();
  const part = { width: Math.min(240, width), height: Math.min(160, height) };
  return sharp(join('samples', file))
    .extract({ left: (width - part.width) >> 1, top: (height - part.height) >> 1, ...part })
    .toBuffer();
}

describe('the worker thread', () => {
  const worker = useRealWorker();
  const folder = useFolder();

  it('opens a file, gives a palette, and then the file to save', async () => {
    const opened = await worker().open('1', 'shutters.jpg');
    assert.deepEqual(opened, {
      width: 768,
      height: 512,
      format: 'JPEG',
      colorCount: null,
      hasAlpha: false,
      isConverted: false,
      notices: [],
    });
    const options = optionsWith({ k: 8 });
    const quick = await worker().client.palette('1', options);
    assert.equal(quick.palette.length, 4 * 8);
    assert.equal(quick.shares.length, 8);
    const result = await worker().client.result('1', options);
    const { data, info } = await sharp(result.png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height], [768, 512]);
    const words = (bytes: Uint8Array) => new Set(new Uint32Array(bytes.slice().buffer));
    assert.deepEqual(words(data), words(result.palette), 'the picture is in the colors of the palette');
    const total = result.shares.reduce((sum, share) => sum + share, 0);
    assert.ok(Math.abs(total - 1) < 1e-9, `${total}`);
    assert.deepEqual(worker().log, []);
  });

  for (const [file, words] of [
    ['shutters.jpg', ['-k', '16']],
    ['address-book-icon.png', ['-k', '6']],
    ['screenshot.png', ['-k', '32', '--space', 'rgb', '--init', 'kmeans++', '--seed', '5']],
  ] as const) {
    it(`gives the bytes that the command line writes: ${file} ${words.join(' ')}`, async () => {
      const out = join(folder(), 'out.png');
      const source = await partOf(file);
      await writeFile(join(folder(), file), source);
      const { code } = await tessera(folder(), 'reduce', file, ...words, '--optimize', 'fast', '--out', out);
      assert.equal(code, 0);
      await worker().openBytes('1', source, file);
      const isRgb = words.length > 2;
      const options = optionsWith({
        k: Number(words[1]),
        ...(isRgb ? { space: 'rgb', init: 'kmeans++', seed: 5 } : {}),
      });
      // The slider has moved before: what it left behind must not change the file.
      await worker().client.palette('1', optionsWith({ k: 40 }));
      await worker().client.palette('1', options);
      const { png } = await worker().client.result('1', options);
      assert.ok(Buffer.from(png).equals(await readFile(out)));
    });
  }

  it('refuses a bad file with the sentence for the person, and works on', async () => {
    await assert.rejects(worker().openBytes('1', fixture('truncated.png'), 'cut.png'), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^“cut\.png” .+\.$/);
      return true;
    });
    const { width } = await worker().open('2', 'hats.png');
    assert.equal(width, 768);
    assert.equal(worker().threads.length, 1);
  });

  it('works on two documents in turns, and neither cancels or changes the other', async () => {
    const { client } = worker();
    await Promise.all([worker().open('1', 'hats.png'), worker().open('2', 'address-book-icon.png')]);
    const alone = [
      await client.result('1', optionsWith({ k: 9 })),
      await client.result('2', optionsWith({ k: 9 })),
    ];
    await client.palette('1', optionsWith({ k: 4 })); // what was kept of k = 9 is no longer the latest
    const outdated = client.result('2', optionsWith({ k: 100 }));
    const together = Promise.all([
      client.result('1', optionsWith({ k: 9 })),
      client.result('2', optionsWith({ k: 9 })),
    ]);
    await assert.rejects(outdated, Cancelled);
    assert.deepEqual(await together, alone);
  });

  it('cancels a result inside its loop when a newer request comes, and answers that', async () => {
    await worker().openBytes('1', await largePicture(), 'large.png');
    const outdated = worker().client.result('1', optionsWith({ k: 256 }));
    const cancelled = assert.rejects(outdated, Cancelled);
    const newer = await worker().client.palette('1', optionsWith({ k: 3 }));
    assert.equal(newer.palette.length, 4 * 3);
    await cancelled;
    assert.deepEqual(worker().log, []);
  });

  it('leaves what it has after cancelled runs as right as before', async () => {
    await worker().open('1', 'hats.png');
    const expected = await worker().client.result('1', optionsWith({ k: 20 }));
    const outdated = [30, 40, 50, 60].map((k) =>
      assert.rejects(worker().client.result('1', optionsWith({ k })), Cancelled),
    );
    const last = await worker().client.result('1', optionsWith({ k: 20 }));
    await Promise.all(outdated);
    assert.deepEqual(last, expected);
  });

  it('cancels a document that is closed while it is decoded', async () => {
    await worker().open('other', 'address-book-icon.png'); // the thread lives on with it
    const opening = worker().openBytes('1', await largePicture(), 'large.png');
    const cancelled = assert.rejects(opening, Cancelled);
    worker().client.close('1');
    await cancelled;
    await assert.rejects(worker().client.palette('1', optionsWith({})), WorkerLost);
    await worker().client.palette('other', optionsWith({}));
    assert.deepEqual(worker().log, []);
  });

  it('ends with its last document, and starts again for the next', async () => {
    await worker().open('1', 'address-book-icon.png');
    worker().client.close('1');
    await worker().open('2', 'address-book-icon.png');
    assert.equal(worker().threads.length, 2);
    assert.deepEqual(worker().log, []);
  });

  it('is reported as lost when it dies, and opening again brings everything back', async () => {
    await worker().open('1', 'hats.png');
    const expected = await worker().client.result('1', optionsWith({ k: 10 }));
    const waiting = worker().client.result('1', optionsWith({ k: 200 }));
    const lost = assert.rejects(waiting, WorkerLost);
    worker().threads[0]!.terminate();
    await lost;
    assert.equal(worker().client.holds('1'), false);
    assert.match(worker().log.join('\n'), /The image worker ended/);
    await worker().open('1', 'hats.png');
    assert.deepEqual((await worker().client.result('1', optionsWith({ k: 10 }))).png, expected.png);
  });
});
