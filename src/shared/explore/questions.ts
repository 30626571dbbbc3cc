/**
 * What the Explore panel asks of an image, and what it gets: a file for each kind of question, united here. A question
 * is answered once; a newer one of the same kind from the same page ends the older one.
 */
import * as v from 'valibot';
import type { ExploreExport, ExportAnswer, ExportProgress } from './exports';
import { lowRankQuestionSchema, type LowRankAnswer, type LowRankStep } from './lowRank';
import { segmentsQuestionSchema, type SegmentsAnswer } from './segments';
import { storageQuestionSchema, type StorageAnswer } from './storage';

export const exploreQuestionSchema = v.variant('kind', [
  storageQuestionSchema,
  segmentsQuestionSchema,
  lowRankQuestionSchema,
]);

export type ExploreQuestion = v.InferOutput<typeof exploreQuestionSchema>;
export type ExploreKind = ExploreQuestion['kind'];

export interface ExploreAnswers {
  storage: StorageAnswer;
  segments: SegmentsAnswer;
  lowRank: LowRankAnswer;
}

/** What is told before the answer; `null` where nothing is. */
export interface ExploreProgress {
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
