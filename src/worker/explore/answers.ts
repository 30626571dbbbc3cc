/** From a question of the Explore panel to its answer: the one switch over their kinds. */
import type { AnyExploreAnswer, AnyExploreProgress, WorkerQuestion } from '../../shared/explore/questions';
import type { AnswerContext } from './answerContext';
import { answerLowRank, lowRankFile } from './lowRank';
import { answerSegments, segmentCutOut, segmentLabels, segmentMask, segmentTable } from './segments';
import { answerConvergence, convergenceGif } from './convergence';
import { answerStarts } from './starts';
import { answerCloud } from './cloud';
import { answerCurve } from './curve';
import { answerStorage, storageTable } from './storage';

/** Rejects with `Cancelled` when the question is withdrawn, with a `UserError` for what the person can understand. */
export function answerTo(
  question: WorkerQuestion,
  context: AnswerContext<AnyExploreProgress>,
): Promise<AnyExploreAnswer> {
  switch (question.kind) {
    case 'convergence':
      return answerConvergence(question, context);
    case 'convergenceGif':
      return convergenceGif(question, context);
    case 'starts':
      return answerStarts(question, context);
    case 'curve':
      return answerCurve(question, context);
    case 'cloud':
      return answerCloud(context);
    case 'storage':
      return answerStorage(question, context);
    case 'storageTable':
      return storageTable(question, context);
    case 'segments':
      return answerSegments(question, context);
    case 'segmentMask':
      return segmentMask(question, context);
    case 'segmentCutOut':
      return segmentCutOut(question, context);
    case 'segmentLabels':
      return segmentLabels(question, context);
    case 'segmentTable':
      return segmentTable(question, context);
    case 'lowRank':
      return answerLowRank(question, context);
    case 'lowRankPicture':
      return lowRankFile(question, context);
  }
}
