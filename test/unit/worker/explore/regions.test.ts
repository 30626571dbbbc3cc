import assert from 'node:assert/strict';
import { join } from 'node:path';
import sharp from 'sharp';
import { Cancelled } from '../../../../src/engine/steps';
import type { LowRankStep } from '../../../../src/shared/explore/lowRank';
import { optionsWith, useRealWorker } from '../realWorker';

const ICON = 'address-book-icon.png';
const OPTIONS = optionsWith({ k: 8 });

function pixelsOf(file: Uint8Array | string) {
  return sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}

describe('Segments from the worker', () => {
  const worker = useRealWorker();

  const explore = <Q extends Parameters<ReturnType<typeof worker>['client']['explore']>[2]>(question: Q) =>
    worker().client.explore('1', 'token', question, () => {});

  it('are those of the picture at rest, in the order of its palette', async () => {
    const { width, height } = await worker().open('1', ICON);
    const { palette, shares } = await worker().client.result('1', OPTIONS);
    const answer = await explore({ kind: 'segments', options: OPTIONS });
    assert.deepEqual([...answer.palette], [...palette]);
    const pixels = answer.segments.map((segment) => segment.pixels);
    assert.deepEqual(
      pixels.map((count) => count / (width * height)),
      shares,
    );
    assert.ok(answer.segments.every(({ regions, largest, pixels }) => regions >= 1 && largest <= pixels));
  });

  it('become a mask of one bit and a cut-out of the original, which fit together', async () => {
    await worker().open('1', ICON);
    const { segments } = await explore({ kind: 'segments', options: OPTIONS });
    const selected = [1, 4];
    const mask = await explore({ kind: 'segmentMask', options: OPTIONS, selected });
    const cutOut = await explore({ kind: 'segmentCutOut', options: OPTIONS, selected });
    const metadata = await sharp(mask.bytes).metadata();
    assert.equal(metadata.depth, 'uchar');
    assert.deepEqual([mask.bytes[24], mask.bytes[25]], [1, 0], 'one bit, gray');
    const [white, original, cut] = await Promise.all([
      pixelsOf(mask.bytes),
      pixelsOf(join('samples', ICON)),
      pixelsOf(cutOut.bytes),
    ]);
    let count = 0;
    for (let at = 0; at < white.data.length; at += 4) {
      const isSelected = white.data[at] === 255;
      if (isSelected) count++;
      const expected = isSelected ? [...original.data.subarray(at, at + 4)] : [0, 0, 0, 0];
      assert.deepEqual([...cut.data.subarray(at, at + 4)], expected);
    }
    assert.equal(count, segments[1]!.pixels + segments[4]!.pixels);
  });

  for (const [k, bytesASample] of [
    [8, 1],
    [300, 2],
  ] as const) {
    it(`become a label map of ${8 * bytesASample} bits for ${k} colors`, async () => {
      const options = optionsWith({ k });
      await worker().open('1', ICON);
      const { palette } = await explore({ kind: 'segments', options });
      const { bytes } = await explore({ kind: 'segmentLabels', options });
      assert.equal(bytes[24], 8 * bytesASample);
      const { data } = await sharp(bytes)
        .toColorspace(bytesASample === 2 ? 'grey16' : 'b-w')
        .raw({ depth: bytesASample === 2 ? 'ushort' : 'uchar' })
        .toBuffer({ resolveWithObject: true });
      const labels =
        bytesASample === 2 ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2) : data;
      const { png } = await worker().client.result('1', options);
      const reduced = (await pixelsOf(png)).data;
      for (let i = 0; i < labels.length; i += 7) {
        const at = 4 * labels[i]!;
        if (palette[at + 3] === 0) continue; // what color a decoder gives to nothing is its own affair
        assert.deepEqual([...reduced.subarray(4 * i, 4 * i + 4)], [...palette.subarray(at, at + 4)]);
      }
    });
  }

  it('become a table', async () => {
    await worker().open('1', ICON);
    const { segments } = await explore({ kind: 'segments', options: OPTIONS });
    const { bytes } = await explore({ kind: 'segmentTable', options: OPTIONS });
    const [headings, ...rows] = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    assert.equal(headings, 'label,color,pixels,share,regions,largest region,share of largest');
    assert.deepEqual(
      rows.map((row) =>
        row
          .split(',')
          .slice(0, 5)
          .filter((_, i) => i !== 1 && i !== 3)
          .map(Number),
      ),
      segments.map(({ index, pixels, regions }) => [index, pixels, regions]),
    );
  });
});

describe('A low-rank picture from the worker', () => {
  const worker = useRealWorker();

  it('comes with its figures, after previews, and is the file that is saved', async () => {
    const { width, height } = await worker().open('1', 'shutters.jpg');
    const steps: LowRankStep[] = [];
    const question = { kind: 'lowRank', components: 12 } as const;
    const answer = await worker().client.explore('1', 'a', question, (step) => steps.push(step));
    assert.deepEqual([answer.width, answer.height, answer.components], [width, height, 12]);
    const { data, info } = await pixelsOf(answer.png);
    const original = (await pixelsOf(join('samples', 'shutters.jpg'))).data;
    assert.deepEqual([info.width, info.height], [width, height]);
    let squared = 0;
    for (let i = 0; i < data.length; i++) squared += (data[i]! - original[i]!) ** 2;
    const psnr = 10 * Math.log10((255 ** 2 * 3 * width * height) / squared);
    // Another decoder of JPEG may be off by one here and there.
    assert.ok(Math.abs(psnr - answer.psnr!) < 0.05, `${psnr} and ${answer.psnr}`);
    assert.ok(answer.ssim > 0.3 && answer.ssim < 1 && answer.meanCiede2000 > 1);
    assert.equal(steps.at(-1)!.done <= 1, true);
    const previews = steps.flatMap(({ preview }) => preview ?? []);
    assert.ok(previews.length > 0);
    const small = await sharp(previews[0]).metadata();
    assert.ok(small.width <= width && small.format === 'png');
    const saved = await worker().client.explore(
      '1',
      'b',
      { kind: 'lowRankPicture', components: 12 },
      () => {},
    );
    assert.deepEqual(saved.bytes, answer.png);
  });

  it('ends at once when the question is withdrawn', async () => {
    await worker().open('1', 'shutters.jpg');
    let told = 0;
    const question = { kind: 'lowRank', components: 200 } as const;
    const asked = worker().client.explore('1', 'a', question, () => {
      if (++told === 1) worker().client.cancelExplore('1', 'a');
    });
    await assert.rejects(asked, Cancelled);
    assert.ok(told < 10, `${told} iterations`);
    assert.deepEqual(worker().log, []);
  });

  it('of an icon has as many components as it has rows, and is hardly different', async () => {
    await worker().open('1', ICON);
    const question = { kind: 'lowRank', components: 200 } as const;
    const { components, psnr } = await worker().client.explore('1', 'a', question, () => {});
    assert.equal(components, 128);
    assert.ok(psnr === null || psnr > 35, `${psnr}`);
  });
});
