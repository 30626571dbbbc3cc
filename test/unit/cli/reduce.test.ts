import assert from 'node:assert/strict';
import { copyFile, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { QUICK, smallPhoto, tessera, useFolder } from './commandLine';
import { reportsOf } from './report';
import { splitPng } from '../images/pngChunks';

/** RGBA of a file, as another decoder sees it. */
function pixelsOf(path: string): Promise<Buffer> {
  return sharp(path).rotate().ensureAlpha().raw().toBuffer();
}

function colorsIn(rgba: Buffer): number {
  return new Set(new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4)).size;
}

/** Mean squared error per channel of two opaque pictures. */
function meanSquaredError(a: Buffer, b: Buffer): number {
  assert.equal(a.length, b.length);
  let sum = 0;
  for (let i = 0; i < a.length; i++) if (i % 4 !== 3) sum += (a[i]! - b[i]!) ** 2;
  return sum / (0.75 * a.length);
}

function assertClose(actual: number | null, expected: number): void {
  assert.ok(
    actual !== null && Math.abs(actual - expected) <= 1e-6 * expected,
    `${actual} instead of ${expected}`,
  );
}

describe('tessera reduce', () => {
  const folder = useFolder();

  for (const k of [2, 8, 16, 64, 256]) {
    it(`writes an indexed PNG with ${k} colors, and tells the truth about it`, async () => {
      const source = await smallPhoto(folder(), 'photo.png');
      const { code, stdout, stderr } = await tessera(folder(), 'reduce', 'photo.png', '-k', `${k}`, '--json');
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      const [report, ...others] = reportsOf(stdout);
      assert.ok(report && others.length === 0);
      const output = join(folder(), `photo.k${k}.png`);
      assert.equal(report.input, 'photo.png');
      assert.equal(resolve(folder(), report.output), output);
      assert.deepEqual([report.width, report.height, report.k], [96, 64, k]);
      assert.equal(report.inputBytes, (await stat(source)).size);
      assert.equal(report.outputBytes, (await stat(output)).size);

      const chunks = splitPng(await readFile(output));
      assert.equal(chunks[0]!.data[9], 3, 'color type: indexed');
      assert.equal(chunks.find(({ type }) => type === 'PLTE')!.data.length, 3 * k);
      const [original, reduced] = await Promise.all([pixelsOf(source), pixelsOf(output)]);
      assert.equal(colorsIn(reduced), k);
      assert.equal(report.colors, k);
      const mse = meanSquaredError(original, reduced);
      assertClose(report.mse, mse);
      assertClose(report.psnr, 10 * Math.log10(255 ** 2 / mse));
      assert.ok(report.meanDeltaE > 0 && report.iterations > 0);
      assert.ok(report.ssim > 0 && report.ssim < 1);
      assert.ok(report.p95Ciede2000 > report.meanCiede2000 && report.meanCiede2000 > 0);
    });
  }

  it('reduces a JPEG, turned upright, to an indexed PNG', async () => {
    await copyFile(resolve('test/fixtures/exif/orientation-6.jpg'), join(folder(), 'turned.jpg'));
    const { stdout } = await tessera(folder(), 'reduce', 'turned.jpg', '--json', ...QUICK);
    const output = join(folder(), 'turned.k16.png');
    const { width, height, format } = await sharp(output).metadata();
    const upright = await sharp(join(folder(), 'turned.jpg')).rotate().toBuffer({ resolveWithObject: true });
    assert.deepEqual([width, height, format], [upright.info.width, upright.info.height, 'png']);
    assert.deepEqual(
      [...splitPng(await readFile(output))[0]!.data.subarray(8, 10)],
      [4, 3],
      '4 bits, indexed',
    );
    assert.equal(reportsOf(stdout)[0]!.width, width);
  });

  it('keeps a picture of few colors as it is and gives no PSNR', async () => {
    await copyFile(resolve('test/fixtures/pngsuite/basn2c08.png'), join(folder(), 'few.png'));
    await sharp(join(folder(), 'few.png')).png({ palette: true, colors: 8 }).toFile(join(folder(), '8.png'));
    const { stdout } = await tessera(folder(), 'reduce', '8.png', '-k', '16', '--json', ...QUICK);
    const report = reportsOf(stdout)[0]!;
    assert.deepEqual([report.mse, report.psnr, report.meanDeltaE, report.iterations], [0, null, 0, 0]);
    const [before, after] = await Promise.all(
      ['8.png', '8.k16.png'].map((name) => pixelsOf(join(folder(), name))),
    );
    assert.deepEqual(after, before);
    assert.equal(report.colors, colorsIn(before!));
  });

  it('keeps transparency', async () => {
    await copyFile(resolve('test/fixtures/icon-transparent.png'), join(folder(), 'icon.png'));
    await tessera(folder(), 'reduce', 'icon.png', '-k', '8', ...QUICK);
    const [before, after] = await Promise.all(
      ['icon.png', 'icon.k8.png'].map((name) => pixelsOf(join(folder(), name))),
    );
    assert.ok(colorsIn(after!) <= 8);
    const clear = [...before!.keys()].filter((i) => i % 4 === 3 && before![i] === 0);
    assert.ok(clear.length > 0 && clear.every((i) => after![i] === 0));
  });

  it('writes truecolor for more than 256 colors', async () => {
    await smallPhoto(folder(), 'photo.png');
    const { stdout } = await tessera(folder(), 'reduce', 'photo.png', '-k', '300', '--json', ...QUICK);
    const output = join(folder(), 'photo.k300.png');
    assert.equal(splitPng(await readFile(output))[0]!.data[9], 2);
    assert.equal(colorsIn(await pixelsOf(output)), 300);
    assert.equal(reportsOf(stdout)[0]!.colors, 300);
  });

  for (const init of ['split', 'kmeans++', 'random']) {
    for (const space of ['oklab', 'rgb']) {
      it(`writes the same bytes twice: --init ${init} --space ${space}`, async () => {
        await smallPhoto(folder(), 'photo.png');
        const words = ['reduce', 'photo.png', '-k', '12', '--init', init, '--space', space, '--seed', '7'];
        await tessera(folder(), ...words, '--out', 'one.png');
        await tessera(folder(), ...words, '--out', 'two.png');
        assert.deepEqual(
          await readFile(join(folder(), 'two.png')),
          await readFile(join(folder(), 'one.png')),
        );
      });
    }
  }

  const written = async (...words: string[]): Promise<Buffer> => {
    await tessera(folder(), 'reduce', 'photo.png', '-k', '12', '--force', '--out', 'out.png', ...words);
    return readFile(join(folder(), 'out.png'));
  };

  it('starts elsewhere with another seed, where the start is drawn', async () => {
    await smallPhoto(folder(), 'photo.png');
    for (const init of ['kmeans++', 'random']) {
      // Improving can lead different starts to the same end.
      const words = [...QUICK, '--init', init];
      assert.notDeepEqual(await written(...words, '--seed', '2'), await written(...words, '--seed', '1'));
    }
    assert.deepEqual(await written(...QUICK, '--seed', '1'), await written(...QUICK, '--seed', '2'));
  });

  it('compares colors where --space says', async () => {
    await smallPhoto(folder(), 'photo.png');
    assert.notDeepEqual(
      await written(...QUICK, '--space', 'rgb'),
      await written(...QUICK, '--space', 'oklab'),
    );
  });

  const reportOf = async (...words: string[]) => {
    const { stdout } = await tessera(folder(), 'reduce', 'photo.png', '--json', '--force', ...words);
    return reportsOf(stdout)[0]!;
  };

  it('improves the palette unless told not to', async () => {
    await smallPhoto(folder(), 'photo.png');
    const words = ['-k', '12', '--space', 'rgb', '--optimize', 'fast'];
    const [quick, improved] = [await reportOf(...words, '--max-improve-ms', '0'), await reportOf(...words)];
    assert.ok(improved.mse < quick.mse, `${improved.mse} and ${quick.mse}`);
  });

  it('looks for a smaller file unless told not to, with the same pixels', async () => {
    await smallPhoto(folder(), 'photo.png');
    const fast = await written(...QUICK);
    const small = await written('--max-improve-ms', '0');
    assert.ok(small.length < fast.length, `${small.length} and ${fast.length}`);
    const [one, other] = await Promise.all([fast, small].map((png) => sharp(png).raw().toBuffer()));
    assert.deepEqual(one, other);
  });

  it('has the locked colors in the file', async () => {
    await smallPhoto(folder(), 'photo.png');
    const png = await written('--lock', '#ff00ff', '--lock', '00FF80', ...QUICK);
    const palette = splitPng(png)
      .find(({ type }) => type === 'PLTE')!
      .data.toString('hex');
    for (const color of ['ff00ff', '00ff80']) {
      assert.ok(palette.match(/.{6}/g)!.includes(color), palette);
    }
  });

  it('writes a locked color as another', async () => {
    await smallPhoto(folder(), 'photo.png');
    const plain = await written('--lock', '#ff00ff', ...QUICK);
    const swapped = await written('--recolor', '#ff00ff=#00ff80', ...QUICK);
    const [before, after] = await Promise.all(
      [plain, swapped].map((png) => sharp(png).removeAlpha().raw().toBuffer()),
    );
    for (let at = 0; at < before!.length; at += 3) {
      const color = before!.toString('hex', at, at + 3);
      assert.equal(after!.toString('hex', at, at + 3), color === 'ff00ff' ? '00ff80' : color);
    }
  });

  it('says in a line what it did', async () => {
    await smallPhoto(folder(), 'photo.png');
    const { stdout, stderr } = await tessera(folder(), 'reduce', 'photo.png');
    assert.match(
      stdout,
      /^photo\.png → photo\.k16\.png: 16 colors, [\d.]+ KB → [\d.]+ KB, PSNR [\d.]+ dB\n$/,
    );
    assert.equal(stderr, '');
  });
});
