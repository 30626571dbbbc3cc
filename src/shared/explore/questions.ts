/**
 * What the Explore panel asks of an image, and what it gets: a file for each kind of question, united here. A question
 * is answered once; a newer one of the same kind from the same page ends the older one.
 */
import * as v from 'valibot';
import { convergenceQuestionSchema, type ConvergenceAnswer } from './convergence';
import type { ExploreExport, ExportAnswer, ExportProgress } from './exports';
import { lowRankQuestionSchema, type LowRankAnswer, type LowRankStep } from './lowRank';
import { segmentsQuestionSchema, type SegmentsAnswer } from './segments';
import { startsQuestionSchema, type StartsAnswer } from './starts';
import { cloudQuestionSchema, type CloudAnswer } from './cloud';
import { curveQuestionSchema, type CurveAnswer } from './curve';
import { storageQuestionSchema, type StorageAnswer } from './storage';

export const exploreQuestionSchema = v.variant('kind', [
  convergenceQuestionSchema,
  startsQuestionSchema,
  curveQuestionSchema,
  cloudQuestionSchema,
  segmentsQuestionSchema,
  lowRankQuestionSchema,
  storageQuestionSchema,
]);

export type ExploreQuestion = v.InferOutput<typeof exploreQuestionSchema>;
export type ExploreKind = ExploreQuestion['kind'];

export interface ExploreAnswers {
  convergence: ConvergenceAnswer;
  starts: StartsAnswer;
  curve: CurveAnswer;
  cloud: CloudAnswer;
  storage: StorageAnswer;
  segments: SegmentsAnswer;
  lowRank: LowRankAnswer;
}

/** What is told before the answer; `null` where nothing is. */
export interface ExploreProgress {
  convergence: null;
  starts: null;
  curve: CurveAnswer;
  cloud: null;
  storage: null;
  segments: null;
  lowRank: LowRankStep;
}

/** The worker is asked for files in the same way. */
export type WorkerQuestion = ExploreQuestion | ExploreExport;

export type AnswerTo<Q extends WorkerQuestion> = Q extends ExploreQuestion
  ? ExploreAnswers[Q['kind']]
  : ExportAnswer;
export type ProgressOf<Q extends WorkerQuestion> = Q extends ExploreQuestion
  ? ExploreProgress[Q['kind']]
  : ExportProgress;
export type AnyExploreAnswer = ExploreAnswers[ExploreKind] | ExportAnswer;
export type AnyExploreProgress = ExploreProgress[ExploreKind] | ExportProgress;
