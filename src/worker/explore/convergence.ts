import { downscale, fittingSize } from '../../engine/downscale';
import { recordConvergence } from '../../engine/explore/convergence';
import { workingSpace } from '../../engine/workingSpace';
import { encodeGif } from '../../images/encodeGif';
import type { ConvergenceAnswer } from '../../shared/explore/convergence';
import type { ExploreExport, ExportAnswer, ExportProgress } from '../../shared/explore/exports';
import type { ExploreQuestion } from '../../shared/explore/questions';
import type { AnswerContext } from './answerContext';

export function answerConvergence(
  { reduction, start }: Extract<ExploreQuestion, { kind: 'convergence' }>,
  { reducer, run }: AnswerContext,
): Promise<ConvergenceAnswer> {
  return run(recordConvergence(reducer.search, reduction, start));
}

/** The last round stays at least so long, in ms, … */
const LEAST_LAST_ROUND_MS = 2000;
/** … and at least so many times as long as the others. */
const LAST_ROUND_TIMES = 4;

/** A frame a round, each with its own palette. */
export async function convergenceGif(
  { reduction, start, longestSide, roundMs }: Extract<ExploreExport, { kind: 'convergenceGif' }>,
  { reducer, run, report }: AnswerContext<ExportProgress>,
): Promise<ExportAnswer> {
  const { rounds } = await run(recordConvergence(reducer.search, reduction, start));
  const { width, height } = fittingSize(reducer.pixels, longestSide);
  const picture = await run(downscale(reducer.pixels, width, height));
  const palettes = rounds.map(({ palette }) => palette);
  const lastFrameMs = Math.max(LEAST_LAST_ROUND_MS, LAST_ROUND_TIMES * roundMs);
  const timing = { frameMs: roundMs, lastFrameMs };
  let told = 0;
  const bytes = await run(encodeGif(picture, palettes, workingSpace(reduction.space), timing), (frames) => {
    if (frames === told) return;
    told = frames;
    report({ share: frames / palettes.length });
  });
  return { bytes };
}
