/** Dithers an exactly remapped picture: the same palette, other indices. */
import { diffuse } from './ditherDiffusion';
import { ditherOrdered } from './ditherOrdered';
import { isOrdered } from './ditherThresholds';
import type { ReduceOptions } from './options';
import type { Pixels } from './pixels';
import type { Remapped } from './remap';
import type { Steps } from './steps';
import { workingSpace } from './workingSpace';

export type DitherOptions = Pick<ReduceOptions, 'space' | 'dither' | 'ditherStrength'>;

/** `plain`: `pixels`, remapped in the space of `options`; it stays as it is. Its counts are not read. */
export function* dither(
  pixels: Pixels,
  plain: Remapped,
  { space, dither: kind, ditherStrength }: DitherOptions,
): Steps<Remapped> {
  if (kind === 'none' || ditherStrength === 0) return plain;
  const strength = ditherStrength / 100;
  const task = { pixels, palette: plain.palette, plain: plain.indices, space: workingSpace(space), strength };
  const indices = isOrdered(kind) ? yield* ditherOrdered(task, kind) : yield* diffuse(task, kind);
  const counts = new Float64Array(plain.counts.length);
  for (const index of indices) counts[index]!++;
  return { ...plain, indices, counts };
}
