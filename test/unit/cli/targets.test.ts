import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { QUICK, smallPhoto, tessera, useFolder } from './commandLine';
import { reportsOf } from './report';

describe('the command line, given a target instead of k', () => {
  const folder = useFolder();

  beforeEach(() => smallPhoto(folder(), 'a.png'));

  async function reduce(...words: string[]) {
    const { code, stdout, stderr } = await tessera(
      folder(),
      'reduce',
      'a.png',
      '--json',
      '--force',
      ...words,
    );
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    return reportsOf(stdout)[0]!;
  }

  it('writes the largest file of indexed colors that is small enough', async () => {
    const { k, output, outputBytes } = await reduce('--max-kb', '2.5', '--max-improve-ms', '0');
    assert.equal((await stat(join(folder(), output))).size, outputBytes);
    assert.equal(output, `a.k${k}.png`);
    assert.ok(outputBytes <= 2500);
    const more = await reduce('-k', String(k + 1), '--max-improve-ms', '0');
    assert.ok(more.outputBytes > 2500);
  });

  it('writes the fewest colors that are good enough', async () => {
    const { k, psnr } = await reduce('--min-psnr', '30', ...QUICK);
    assert.ok(psnr! >= 30);
    const fewer = await reduce('-k', String(k - 1), ...QUICK);
    assert.ok(fewer.psnr! < 30);
    const close = await reduce('--max-delta-e', '0.02', ...QUICK);
    assert.ok(close.meanDeltaE <= 0.02);
  });

  it('says what comes nearest when nothing is small enough, and writes nothing', async () => {
    const { code, stdout, stderr } = await tessera(folder(), 'reduce', 'a.png', '--max-kb', '0.1', ...QUICK);
    assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
    assert.match(
      stderr,
      /^tessera: “a\.png”: no palette gives a file of at most 100 B; the nearest is 2 colors with \d+ B\.\n$/,
    );
    assert.deepEqual(await readdir(folder()), ['a.png']);
  });

  it('says what comes nearest when nothing is good enough', async () => {
    const { code, stderr } = await tessera(folder(), ...['reduce', 'a.png', '--min-psnr', '80', ...QUICK]);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /no palette of up to 256 colors reaches a PSNR of 80 dB; the nearest is 25\d colors/,
    );
  });
});
