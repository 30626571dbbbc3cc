/** One image from file to file, timed by stage. */
import { basename, dirname, join } from 'node:path';
import type { ReduceArguments } from './arguments';
import { readInput, refuseOccupied, refuseToReplace, writeOutput } from './files';
import { findColors } from './findColors';
import type { ReduceOptions } from '../engine/options';
import type { SearchLimits } from '../engine/paletteSearch';
import { ImageReducer } from '../engine/reduce';
import type { IndexedPixels } from '../engine/pixels';
import { runToEnd } from '../engine/steps';
import { decodeImage } from '../images/decode';
import { encodePng } from '../images/encodePng';
import { optimizePng } from '../images/optimizePng';
import { DEFAULT_NAME_PATTERN, outputName } from '../shared/outputName';

/** What `--json` prints of an image. */
export interface ReduceReport {
  input: string;
  output: string;
  width: number;
  height: number;
  /** Colors asked for. */
  k: number;
  /** Colors in the file. */
  colors: number;
  inputBytes: number;
  outputBytes: number;
  /** Mean squared error per channel, sRGB 0–255. */
  mse: number;
  /** dB; `null` when the pictures are the same. */
  psnr: number | null;
  /** Mean OKLab distance. */
  meanDeltaE: number;
  /** Structural similarity, 1 for the same picture. */
  ssim: number;
  /** Mean CIEDE2000 difference, and the one that 95 % of the pixels do not exceed. */
  meanCiede2000: number;
  p95Ciede2000: number;
  iterations: number;
  /** Sentences about the file: what may make its picture look other than it was meant. */
  notices: string[];
  ms: { decode: number; histogram: number; palette: number; remap: number; encode: number };
}

/**
 * Rejects with a `UserError` whose sentence names the file; then nothing was written.
 *
 * @param written The files that this run of the command line has written so far; the new one is added.
 */
export async function reduceFile(
  input: string,
  words: ReduceArguments,
  written: string[],
): Promise<ReduceReport> {
  const bytes = await readInput(input);
  const [decode, image] = await timed(() => decodeImage(bytes, basename(input), words));
  const { improveMs } = words;
  const limits: SearchLimits = improveMs > 0 ? { effort: 'rest', improveMs } : { effort: 'quick' };
  const reducer = new ImageReducer(image);
  const [histogram] = await timed(() => runToEnd(reducer.histogram()));
  const options = await foundOptions(input, words, reducer, limits);
  // Before the work whose result could not be written.
  const output = outputPath(input, words, options.k);
  await refuseToReplace(output, words.inputs, 'is a source, which is never overwritten');
  await refuseToReplace(output, written, 'was just written for another source');
  await refuseOccupied(output, words.mayReplace);
  const [palette] = await timed(() => runToEnd(reducer.palette(options, limits)));
  const [remap, reduced] = await timed(() => runToEnd(reducer.reduce(options, limits)));
  const [encode, png] = await timed(() => encoded(reduced.picture, words));
  const quality = runToEnd(reducer.measure(reduced));
  const details = runToEnd(reducer.measureDetails(reduced.picture));
  const colors = reduced.palette.length / 4;
  await writeOutput(output, png, words.mayReplace);
  written.push(output);
  return {
    input,
    output,
    width: image.width,
    height: image.height,
    k: options.k,
    colors,
    inputBytes: bytes.byteLength,
    outputBytes: png.byteLength,
    mse: quality.mse,
    psnr: Number.isFinite(quality.psnr) ? quality.psnr : null,
    meanDeltaE: quality.meanDeltaE,
    ssim: details.ssim,
    meanCiede2000: details.meanCiede2000,
    p95Ciede2000: details.p95Ciede2000,
    iterations: reduced.iterations,
    notices: image.notices,
    ms: { decode, histogram, palette, remap, encode },
  };
}

/** The options asked for, with the k that meets the target if there is one. */
async function foundOptions(
  input: string,
  words: ReduceArguments,
  reducer: ImageReducer,
  limits: SearchLimits,
): Promise<ReduceOptions> {
  const { options, target } = words;
  if (!target) return options;
  const encode = (picture: IndexedPixels) => encoded(picture, words);
  return { ...options, k: await findColors({ input, reducer, options, target, limits, encode }) };
}

async function encoded(picture: IndexedPixels, { optimizes }: ReduceArguments): Promise<Uint8Array> {
  const png = encodePng(picture);
  return optimizes ? optimizePng(png) : png;
}

async function timed<T>(work: () => T | Promise<T>): Promise<[ms: number, result: T]> {
  const start = performance.now();
  const result = await work();
  return [Math.round(100 * (performance.now() - start)) / 100, result];
}

/** The default pattern names the colors asked for only, so that the name is known before the picture is. */
function outputPath(input: string, { out, outDir }: ReduceArguments, k: number): string {
  if (out !== undefined) return out;
  const name = outputName(DEFAULT_NAME_PATTERN, { sourceName: basename(input), k, colors: k });
  return join(outDir ?? dirname(input), name);
}
