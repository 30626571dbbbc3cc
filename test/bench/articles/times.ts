/** How long 7 colors of a picture of 2003 × 3456 pixels take: as the articles do it, and as Tessera does. */
import sharp from 'sharp';
import { join } from 'node:path';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { createRandom } from '../../../src/engine/random';
import { ImageReducer } from '../../../src/engine/reduce';
import { runToEnd } from '../../../src/engine/steps';
import { projectRoot } from '../../host/projectRoot';
import { textbookKMeans } from '../textbook';

const SIZE = { width: 2003, height: 3456 };
const K = 7;
const RUNS = 3;
/** Of the noise that makes a picture that was enlarged as rich as a large photograph, 0–255. */
const NOISE = 8;

export async function times(): Promise<Record<string, Buffer>> {
  const rgba = await sharp(join(projectRoot, 'samples', 'hats.png'))
    .rotate(90)
    .resize({ ...SIZE, fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer();
  const random = createRandom(1);
  for (let i = 0; i < rgba.length; i++) {
    if (i % 4 !== 3) rgba[i] = Math.min(255, Math.max(0, rgba[i]! + Math.round(NOISE * (2 * random() - 1))));
  }
  const textbook = median(() => textbookKMeans(rgba, K, 1, { iterations: 10 }));
  const pixels = { ...SIZE, rgba: new Uint8Array(rgba) };
  const options = { ...DEFAULT_OPTIONS, k: K };
  const quick = median(() => runToEnd(new ImageReducer(pixels).reduce(options, { effort: 'quick' })));
  const rest = median(() => runToEnd(new ImageReducer(pixels).reduce(options, { effort: 'rest' })));
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  console.log(`every pixel, 10 rounds, typed arrays: ${seconds(textbook)}`);
  console.log(`Tessera, quick: ${seconds(quick)}, ${(textbook / quick).toFixed(0)} times as fast`);
  console.log(`Tessera, at rest: ${seconds(rest)}, ${(textbook / rest).toFixed(0)} times as fast`);
  return {};
}

/** Of the time in ms. */
function median(work: () => unknown): number {
  const taken = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[RUNS >> 1]!;
}
