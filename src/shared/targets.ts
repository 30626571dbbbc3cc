/** Checks of targets that come from outside: the page and the command line. */
import * as v from 'valibot';
import type { Target } from '../engine/targets';

/** Range of each limit; `deltaE` in OKLab, where black and white are 1 apart. */
export const TARGET_RANGES = {
  bytes: { min: 50, max: 1e9 },
  psnr: { min: 1, max: 99 },
  ssim: { min: 0.01, max: 1 },
  deltaE: { min: 0, max: 1 },
} as const;

const limit = ({ min, max }: { min: number; max: number }) =>
  v.pipe(v.number(), v.minValue(min), v.maxValue(max));

export const targetSchema = v.variant('kind', [
  v.object({ kind: v.literal('bytes'), limit: limit(TARGET_RANGES.bytes) }),
  v.object({ kind: v.literal('psnr'), limit: limit(TARGET_RANGES.psnr) }),
  v.object({ kind: v.literal('ssim'), limit: limit(TARGET_RANGES.ssim) }),
  v.object({ kind: v.literal('deltaE'), limit: limit(TARGET_RANGES.deltaE) }),
]) satisfies v.GenericSchema<unknown, Target>;
