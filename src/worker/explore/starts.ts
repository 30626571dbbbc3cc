import { compareStarts } from '../../engine/explore/starts';
import type { ExploreQuestion } from '../../shared/explore/questions';
import type { StartsAnswer } from '../../shared/explore/starts';
import type { AnswerContext } from './answerContext';

export function answerStarts(
  { reduction, starts }: Extract<ExploreQuestion, { kind: 'starts' }>,
  { reducer, run }: AnswerContext,
): Promise<StartsAnswer> {
  return run(compareStarts(reducer.search, reduction, starts));
}
