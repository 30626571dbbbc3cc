/** The number of colors that meets a target, for the command line. */
import type { ReduceOptions } from '../engine/options';
import { colorCount } from '../engine/palette';
import type { SearchLimits } from '../engine/paletteSearch';
import type { ImageReducer } from '../engine/reduce';
import { runToEnd } from '../engine/steps';
import { targetFigure } from '../engine/targetFigure';
import { searchTarget, targetRange } from '../engine/targetSearch';
import type { Target, TargetProbe } from '../engine/targets';
import type { IndexedPixels } from '../engine/pixels';
import { formatBytes } from '../shared/formatBytes';
import { UserError } from '../shared/userError';

export interface ColorsSearch {
  /** Named in the sentence when there is no such number. */
  input: string;
  reducer: ImageReducer;
  options: ReduceOptions;
  target: Target;
  limits: SearchLimits;
  encode(picture: IndexedPixels): Promise<Uint8Array>;
}

/** Rejects with a `UserError` when no number of colors meets the target. */
export async function findColors(search: ColorsSearch): Promise<number> {
  const { input, reducer, options, target, limits, encode } = search;
  const { width, height } = reducer.pixels;
  const histogram = runToEnd(reducer.histogram());
  const colors = histogram.isExact ? colorCount(histogram) : null;
  const outcome = await searchTarget({
    target,
    range: targetRange(colors, options.locked.length),
    pixels: width * height,
    measure: async (k) => {
      const { picture } = runToEnd(reducer.reduce({ ...options, k }, limits));
      if (target.kind !== 'bytes') return runToEnd(targetFigure(target.kind, reducer.pixels, picture));
      return (await encode(picture)).byteLength;
    },
  });
  if (outcome.kind === 'found') return outcome.found.k;
  const { nearest } = outcome;
  throw new UserError(
    `“${input}”: no palette ${missed(target)}; the nearest is ${nearest.k} colors with ${figureOf(target, nearest)}.`,
  );
}

function missed(target: Target): string {
  const limit = figureOf(target, { k: 0, value: target.limit });
  return target.kind === 'bytes'
    ? `gives a file of at most ${limit}`
    : `of up to 256 colors reaches ${limit}`;
}

function figureOf({ kind }: Target, { value }: TargetProbe): string {
  switch (kind) {
    case 'bytes':
      return formatBytes(value ?? 0);
    case 'psnr':
      return `a PSNR of ${value === null ? '∞' : Number(value.toFixed(1))} dB`;
    case 'ssim':
      return `an SSIM of ${Number((value ?? 1).toFixed(4))}`;
    case 'deltaE':
      return `a mean ΔE of ${Number((value ?? 0).toFixed(4))}`;
  }
}
