/** One contender on one picture, and how good what came out is. */
import { runToEnd } from '../../src/engine/steps';
import type { IndexedPixels } from '../../src/engine/pixels';
import { measureQuality } from '../../src/engine/quality';
import { measureDetailedQuality } from '../../src/engine/qualityDetailed';
import { encodePng } from '../../src/images/encodePng';
import type { BenchImage } from './benchImages';
import { optimizedBytes } from './benchOxipng';
import { comparablePicture } from './benchPicture';
import type { Kind } from './benchPicture';
import type { Contender, ReduceRequest } from './peers/peer';
import { StageClock } from './peers/stageClock';

export interface Measurement {
  contender: string;
  image: string;
  kind: Kind;
  megapixels: number;
  k: number;
  dither: boolean;
  /** ms of the whole, and of the palette where the contender tells them apart. */
  ms: number;
  paletteMs?: number;
  colors: number;
  mse: number;
  psnr: number;
  /** Mean and 95th percentile OKLab ΔE. */
  deltaE: number;
  p95DeltaE: number;
  ciede2000?: number;
  p95Ciede2000?: number;
  ssim?: number;
  /** Bytes as written by this project's encoder, and after oxipng. */
  bytes?: number;
  optimizedBytes?: number;
  /** By which share improving lowered our error. */
  improvement?: number;
}

export interface Depth {
  /** CIEDE2000 and SSIM as well. */
  isDetailed: boolean;
  /** Bytes of the file as well. */
  isEncoded: boolean;
}

export interface TimedRun {
  picture: IndexedPixels;
  clock: StageClock;
}

/** Whether the contender can do what is asked: transparency, size, dithering. */
export function suits(contender: Contender, image: BenchImage, { dither }: { dither: boolean }): boolean {
  if (image.hasAlpha && !contender.handlesAlpha) return false;
  if (dither && !contender.canDither) return false;
  return image.megapixels <= (contender.maxMegapixels ?? Infinity);
}

/** `undefined` where it failed or made more colors than asked for; what failed is said once. */
export async function timedRun(
  contender: Contender,
  image: BenchImage,
  request: ReduceRequest,
): Promise<TimedRun | undefined> {
  try {
    const clock = new StageClock();
    const outcome = await contender.reduce(image.pixels, request, clock);
    clock.stop();
    const picture = comparablePicture(outcome);
    return picture.palette.length / 4 > request.k ? undefined : { picture, clock };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`${contender.name} failed on ${image.name}, k = ${request.k}: ${reason}`);
    return undefined;
  }
}

/** Like `timedRun`, with all that can be said of what came out. */
export async function measure(
  contender: Contender,
  image: BenchImage,
  request: ReduceRequest,
  { isDetailed, isEncoded }: Depth,
): Promise<Measurement | undefined> {
  const run = await timedRun(contender, image, request);
  if (!run) return undefined;
  const { picture, clock } = run;
  const detailed = isDetailed ? runToEnd(measureDetailedQuality(image.pixels, picture)) : undefined;
  const quality = detailed ?? runToEnd(measureQuality(image.pixels, picture));
  const measurement: Measurement = {
    contender: contender.name,
    image: image.name,
    kind: image.kind,
    megapixels: image.megapixels,
    ...request,
    ms: clock.whole,
    paletteMs: clock.palette,
    colors: quality.colorsUsed,
    mse: quality.mse,
    psnr: quality.psnr,
    deltaE: quality.meanDeltaE,
    p95DeltaE: quality.p95DeltaE,
    ciede2000: detailed?.meanCiede2000,
    p95Ciede2000: detailed?.p95Ciede2000,
    ssim: detailed?.ssim,
    improvement: clock.improvement,
  };
  if (isEncoded) {
    const png = encodePng(picture);
    measurement.bytes = png.length;
    measurement.optimizedBytes = optimizedBytes(png);
  }
  return measurement;
}
