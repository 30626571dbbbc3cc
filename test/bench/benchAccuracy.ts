/** Everyone on every picture, once: what comes out, in error, likeness and bytes. */
import type { BenchImage } from './benchImages';
import { measure, suits, type Measurement } from './benchRun';
import { OUR_NAMES, isOurs } from './peers/tessera';
import type { Contender } from './peers/peer';

export const KS = [8, 16, 64, 256] as const;
/** More of them where sizes are compared at equal quality, which lies between two of them. */
const KS_OF_SIZES = [8, 16, 32, 64, 128, 256];
const KS_OF_LARGE = [16, 256];

/** Above it only what is quick to measure is measured. */
export const LARGE_MEGAPIXELS = 1.6;

export interface AccuracyOptions {
  /** Every so manieth picture is also encoded, dithered, and given to slow contenders. */
  sampleEvery: number;
  withLarge: boolean;
  progress: (done: string) => void;
}

export async function measureAccuracy(
  images: readonly BenchImage[],
  contenders: readonly Contender[],
  { sampleEvery, withLarge, progress }: AccuracyOptions,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  const seen = new Map<string, number>();
  for (const image of images) {
    const isLarge = image.megapixels > LARGE_MEGAPIXELS;
    if (isLarge && !withLarge) continue;
    const group = isLarge ? 'large' : image.kind;
    const nth = seen.get(group) ?? 0;
    seen.set(group, nth + 1);
    const isSampled = !isLarge && nth % sampleEvery === 0;
    for (const request of requestsFor(isLarge, isSampled)) {
      for (const contender of contenders) {
        if (!suits(contender, image, request)) continue;
        if (contender.isSlow && !(isSampled && isOneOf(KS, request.k))) continue;
        if (request.dither && !isComparedDithered(contender)) continue;
        const depth = { isDetailed: !isLarge, isEncoded: isSampled && !request.dither };
        const measurement = await measure(contender, image, request, depth);
        if (measurement) measurements.push(measurement);
      }
    }
    progress(image.name);
  }
  return measurements;
}

function requestsFor(isLarge: boolean, isSampled: boolean): { k: number; dither: boolean }[] {
  const ks = isLarge ? KS_OF_LARGE : isSampled ? KS_OF_SIZES : KS;
  const plain = ks.map((k) => ({ k, dither: false }));
  return isSampled ? [...plain, ...KS.map((k) => ({ k, dither: true }))] : plain;
}

function isOneOf(ks: readonly number[], k: number): boolean {
  return ks.includes(k);
}

/** Dithers differ more by their strength than by their makers, so only the best of each are compared. */
function isComparedDithered({ name }: Contender): boolean {
  if (isOurs(name)) return name === OUR_NAMES.oklab.rest;
  return /^(libimagequant|pngquant)/.test(name);
}
