/** Questions of the Explore panel as promises. */
import { Cancelled } from '../../engine/steps';
import type { AnswerTo, ExploreKind, ExploreQuestion, ProgressOf } from '../../shared/explore/questions';
import type { ExploreMessage, HostMessage, PageMessage } from '../../shared/messages';

/** There is no answer; the message is a sentence for the person. */
export class NoAnswer extends Error {}

interface Pending {
  token: string;
  resolve(answer: unknown): void;
  reject(error: Error): void;
  report(progress: unknown): void;
}

/** Answers that are kept for a view that is shown again. */
const MOST_KEPT = 12;

export class ExploreClient {
  /** The open question of each kind. */
  private readonly pending = new Map<ExploreKind, Pending>();
  /** Answers by their questions, the latest last. */
  private readonly kept = new Map<string, { kind: ExploreKind; answer: unknown }>();
  private asked = 0;

  constructor(private readonly post: (message: PageMessage) => void) {}

  /**
   * Rejects with `Cancelled` when a newer question of the kind comes, `withdraw` is called or the file is read anew; with
   * `NoAnswer` when it can't be answered.
   */
  ask<Q extends ExploreQuestion>(
    question: Q,
    report: (progress: ProgressOf<Q>) => void = () => {},
  ): Promise<AnswerTo<Q>> {
    const { kind } = question;
    const key = JSON.stringify(question);
    this.withdraw(kind);
    const known = this.known(question);
    if (known !== undefined) return Promise.resolve(known);
    const token = `q${++this.asked}`;
    this.post({ type: 'ask', token, question });
    return new Promise((resolve, reject) => {
      this.pending.set(kind, {
        token,
        resolve: (answer) => {
          this.keep(kind, key, answer);
          resolve(answer as AnswerTo<Q>); // the host answers a question of a kind with what belongs to it
        },
        reject,
        report: report,
      });
    });
  }

  /** The answer, if it is still known. */
  known<Q extends ExploreQuestion>(question: Q): AnswerTo<Q> | undefined {
    return this.kept.get(JSON.stringify(question))?.answer as AnswerTo<Q> | undefined;
  }

  /** Nobody waits for the answer any more. */
  withdraw(kind: ExploreKind): void {
    const pending = this.pending.get(kind);
    if (!pending) return;
    this.pending.delete(kind);
    this.post({ type: 'withdraw', token: pending.token });
    pending.reject(new Cancelled());
  }

  /** Whether the message was for this. */
  heard(message: HostMessage): message is ExploreMessage {
    if (message.type !== 'answer' && message.type !== 'answerProgress' && message.type !== 'noAnswer') {
      return false;
    }
    for (const [kind, pending] of this.pending) {
      if (pending.token !== message.token) continue;
      if (message.type === 'answerProgress') {
        pending.report(message.progress);
        continue;
      }
      this.pending.delete(kind);
      if (message.type === 'answer') pending.resolve(message.answer);
      else if (message.sentence === undefined) pending.reject(new Cancelled());
      else pending.reject(new NoAnswer(message.sentence));
    }
    return true;
  }

  /** Another picture: what was asked and answered of the one before no longer counts. */
  forget(): void {
    this.kept.clear();
    [...this.pending.keys()].forEach((kind) => this.withdraw(kind));
  }

  private keep(kind: ExploreKind, key: string, answer: unknown): void {
    // A file can be as large as the picture: of those only the latest.
    for (const [older, { kind: itsKind }] of this.kept) {
      if (kind === 'lowRank' && itsKind === kind) this.kept.delete(older);
    }
    this.kept.set(key, { kind, answer });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) return;
      this.kept.delete(oldest);
    }
  }
}
