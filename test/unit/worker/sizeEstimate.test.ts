import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../../src/engine/random';
import { encodePng } from '../../../src/images/encodePng';
import { Documents } from '../../../src/worker/documents';
import { encodePicture } from '../../../src/worker/encodePicture';
import { sizeEstimate, SMALL_SAMPLE } from '../../../src/worker/sizeEstimate';
import { optionsWith } from './realWorker';

/** Estimates are wrong by at most this share, before and after an exact size is known. */
const TOLERANCE = 0.12;

async function openDocument(file: string): Promise<Documents> {
  const documents = new Documents({
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
    encode: (job) => Promise.resolve('png' in job ? job.png : encodePicture(job)),
  });
  const bytes = new Uint8Array(readFileSync(join('samples', file)));
  await documents.open({ type: 'open', documentId: '1', bytes, name: file, maxMegapixels: 100 });
  return documents;
}

function assertNear(estimate: number, exact: number, tolerance: number, what: string): void {
  const error = estimate / exact - 1;
  assert.ok(Math.abs(error) <= tolerance, `${what}: ${estimate} for ${exact}, off by ${100 * error} %`);
}

describe('the estimated size', () => {
  for (const file of ['hats.png', 'shutters.jpg', 'screenshot.png', 'address-book-icon.png']) {
    it(`is near the size of the file that is then written: ${file}`, async () => {
      const ks = [8, 64, 256, 16];
      const documents = await openDocument(file);
      const estimates: number[] = [];
      for (const k of ks) {
        estimates.push((await documents.palette('1', optionsWith({ k }))).estimatedByteLength);
      }
      const exact: number[] = [];
      for (const k of ks) exact.push((await documents.result('1', optionsWith({ k }))).png.byteLength);
      ks.forEach((k, i) => assertNear(estimates[i]!, exact[i]!, TOLERANCE, `k = ${k}, before`));

      // The last exact size, to which estimates then hold on, is that of 16 colors.
      for (const [i, k] of ks.entries()) {
        const { estimatedByteLength } = await documents.palette('1', optionsWith({ k }));
        assertNear(estimatedByteLength, exact[i]!, TOLERANCE, `k = ${k}, after`);
      }
    });
  }

  for (const [width, height, tolerance] of [
    [64, 40, 0],
    [1, 1, 0],
    [3, 9, 0.05],
    [1, 200_000, 0.05],
    [200_000, 1, 0.05],
    [200_000, 3, 0.05],
  ] as const) {
    it(`is ${tolerance === 0 ? 'exact' : 'near'} for ${width} × ${height} pixels, given the very palette`, () => {
      const { rgba, ...picture } = noise(width, height);
      const exact = encodePng(picture).byteLength;
      const estimate = sizeEstimate(
        { width, height, rgba },
        picture.palette,
        { space: 'rgb', dither: 'none', ditherStrength: 0 },
        SMALL_SAMPLE,
      );
      assertNear(estimate, exact, tolerance, 'noise');
    });
  }
});

/** Black and white pixels without a pattern, which do not compress. */
function noise(width: number, height: number) {
  const random = createRandom(1);
  const indices = Uint8Array.from({ length: width * height }, () => (random() < 0.5 ? 0 : 1));
  const palette = Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 255);
  const rgba = new Uint8Array(4 * width * height);
  indices.forEach((index, pixel) => rgba.set(palette.subarray(4 * index, 4 * index + 4), 4 * pixel));
  return { width, height, indices, palette, rgba };
}
