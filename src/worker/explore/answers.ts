/** From a question of the Explore panel to its answer: the one switch over their kinds. */
import type { AnyExploreAnswer, AnyExploreProgress, WorkerQuestion } from '../../shared/explore/questions';
import type { AnswerContext } from './answerContext';
import { answerStorage, storageTable } from './storage';

/** Rejects with `Cancelled` when the question is withdrawn, with a `UserError` for what the person can understand. */
export function answerTo(
  question: WorkerQuestion,
  context: AnswerContext<AnyExploreProgress>,
): Promise<AnyExploreAnswer> {
  switch (question.kind) {
    case 'storage':
      return answerStorage(question, context);
    case 'storageTable':
      return storageTable(question, context);
  }
}
