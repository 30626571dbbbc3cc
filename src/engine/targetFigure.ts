import type { IndexedPixels, Pixels } from './pixels';
import { measureQuality } from './quality';
import { structuralSimilarity } from './qualityDetailed';
import type { Steps } from './steps';
import type { TargetKind } from './targets';

/** The figure of a reduced picture that a target of quality is about, without the others where they cost more. */
export function* targetFigure(
  kind: Exclude<TargetKind, 'bytes'>,
  original: Pixels,
  reduced: IndexedPixels,
): Steps<number> {
  if (kind === 'ssim') return yield* structuralSimilarity(original, reduced);
  const quality = yield* measureQuality(original, reduced);
  return kind === 'psnr' ? quality.psnr : quality.meanDeltaE;
}
