/** The questions that one page of the Explore panel has asked and that are not answered yet. */
import * as l10n from '@vscode/l10n';
import { Cancelled } from '../../engine/steps';
import type { ExploreKind, ExploreQuestion } from '../../shared/explore/questions';
import type { ExploreMessage } from '../../shared/messages';
import { UserError } from '../../shared/userError';
import { stackOf } from '../stackOf';
import type { Asked } from '../session';

let pageCount = 0;

interface Open {
  kind: ExploreKind;
  asked: Asked<ExploreQuestion>;
}

export class PageQuestions {
  private readonly page = ++pageCount;
  /** By their tokens. */
  private readonly open = new Map<string, Open>();

  constructor(
    private readonly ask: (
      token: string,
      question: ExploreQuestion,
      report: (progress: unknown) => void,
    ) => Asked<ExploreQuestion>,
    private readonly events: { post(message: ExploreMessage): void; logDefect(text: string): void },
  ) {}

  /** Never rejects: the page is told the answer, or why there is none. */
  async answer(token: string, question: ExploreQuestion): Promise<void> {
    this.withdrawKind(question.kind);
    const asked = this.ask(`page-${this.page}-${token}`, question, (progress) =>
      this.events.post({ type: 'answerProgress', token, progress }),
    );
    const open: Open = { kind: question.kind, asked };
    this.open.set(token, open);
    try {
      this.events.post({ type: 'answer', token, answer: await asked.answer });
    } catch (error) {
      this.events.post({ type: 'noAnswer', token, sentence: this.sentenceOf(error) });
    } finally {
      if (this.open.get(token) === open) this.open.delete(token);
    }
  }

  withdraw(token: string): void {
    this.open.get(token)?.asked.withdraw();
  }

  /** The page is gone or starts over: nobody waits for the answers. */
  withdrawAll(): void {
    this.open.forEach(({ asked }) => asked.withdraw());
  }

  /** A newer question of a kind ends the older one, whatever the page does: they never pile up. */
  private withdrawKind(wanted: ExploreKind): void {
    this.open.forEach(({ kind, asked }) => {
      if (kind === wanted) asked.withdraw();
    });
  }

  private sentenceOf(error: unknown): string | undefined {
    if (error instanceof Cancelled) return undefined;
    if (error instanceof UserError) return error.message;
    this.events.logDefect(stackOf(error));
    return l10n.t('This could not be computed because of an error in Tessera. The log has the details.');
  }
}
