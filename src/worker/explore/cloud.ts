import { colorCloud } from '../../engine/explore/cloud';
import type { CloudAnswer } from '../../shared/explore/cloud';
import type { AnswerContext } from './answerContext';

export async function answerCloud({ reducer, run }: AnswerContext): Promise<CloudAnswer> {
  return run(colorCloud(await run(reducer.histogram())));
}
