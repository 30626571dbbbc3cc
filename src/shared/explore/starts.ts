/** k-means from several starts, each to its end. */
import * as v from 'valibot';
import type { StartRun } from '../../engine/explore/starts';
import { runOptionsSchema, runStartSchema } from './plainRun';

/** The deterministic start and up to so many drawn ones. */
export const MOST_DRAWN_STARTS = 5;

export const startsQuestionSchema = v.object({
  kind: v.literal('starts'),
  reduction: runOptionsSchema,
  starts: v.pipe(v.array(runStartSchema), v.minLength(1), v.maxLength(1 + MOST_DRAWN_STARTS)),
});

/** In the order of the question's starts. */
export type StartsAnswer = StartRun[];
