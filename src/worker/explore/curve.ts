import { errorCurve, ksToMeasure } from '../../engine/explore/errorCurve';
import { PaletteErrors } from '../../engine/explore/paletteError';
import { K_MIN } from '../../engine/options';
import type { CurveAnswer } from '../../shared/explore/curve';
import type { ExploreQuestion } from '../../shared/explore/questions';
import { SMALL_SAMPLE, sizeEstimate } from '../sizeEstimate';
import type { AnswerContext } from './answerContext';

/** The curve of the split tree at once, then with what palettes for some numbers of colors really reach. */
export async function answerCurve(
  { options }: Extract<ExploreQuestion, { kind: 'curve' }>,
  { reducer, run, report }: AnswerContext<CurveAnswer>,
): Promise<CurveAnswer> {
  const { histogram, points, tree } = await run(reducer.stage('medium', options.space));
  const { single, ...curve } = await run(errorCurve(histogram, tree, Math.max(K_MIN, options.locked.length)));
  const ks = ksToMeasure(curve);
  let answer: CurveAnswer = { ...curve, measured: [], toMeasure: ks.length };
  report(answer);

  const errors = new PaletteErrors(histogram, points, reducer.pixels, options.space);
  for (const k of ks) {
    // One start is enough for a curve.
    const { palette } = await run(reducer.palette({ ...options, k, runs: 1 }, { effort: 'quick' }));
    const { error, psnr } = await run(errors.measure(palette));
    const measured = {
      k,
      share: error / single,
      psnr: Number.isFinite(psnr) ? psnr : null,
      byteLength: Math.round(sizeEstimate(reducer.pixels, palette, options, SMALL_SAMPLE)),
    };
    answer = { ...answer, measured: [...answer.measured, measured] };
    report(answer);
  }
  return answer;
}
