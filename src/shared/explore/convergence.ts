/** k-means round by round, from one start. The answer is the engine's. */
import * as v from 'valibot';
import { runOptionsSchema, runStartSchema } from './plainRun';

export const convergenceQuestionSchema = v.object({
  kind: v.literal('convergence'),
  reduction: runOptionsSchema,
  start: runStartSchema,
});

export type { Convergence as ConvergenceAnswer } from '../../engine/explore/convergence';
