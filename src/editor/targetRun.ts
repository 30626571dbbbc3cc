/** A search for the number of colors that meets a target, as pages are told of it. */
import * as l10n from '@vscode/l10n';
import type { ReduceOptions } from '../engine/options';
import { Cancelled } from '../engine/steps';
import type { Target } from '../engine/targets';
import type { TargetEndedMessage, TargetProgressMessage } from '../shared/messages';
import { UserError } from '../shared/userError';
import type { WorkerClient } from '../worker/client';
import type { TargetProgress } from '../worker/protocol';
import { stackOf } from './stackOf';

type Outcome = TargetEndedMessage['outcome'];

export class TargetRun {
  /** What a page is told that comes now; nothing before the first search and after other changes. */
  latest: TargetProgressMessage | TargetEndedMessage | undefined;
  private current: Target | undefined;

  constructor(
    private readonly worker: Pick<WorkerClient, 'target'>,
    private readonly events: {
      /** To every page of the image. */
      send(message: TargetProgressMessage | TargetEndedMessage): void;
      logDefect(text: string): void;
    },
  ) {}

  /** Never rejects. Pages hear of the progress; of the outcome only by `end`, after it was acted upon. */
  async search(
    documentId: string,
    options: ReduceOptions,
    target: Target,
    optimizes: boolean,
  ): Promise<Outcome> {
    this.current = target;
    this.tell({ type: 'targetProgress', target, tried: 0 });
    const report = ({ tried, last }: TargetProgress) => {
      if (this.current === target) this.tell({ type: 'targetProgress', target, tried, last });
    };
    try {
      return await this.worker.target(documentId, options, { target, optimizes, report });
    } catch (error) {
      if (error instanceof Cancelled) return { kind: 'cancelled' };
      if (error instanceof UserError) return { kind: 'failed', sentence: error.message };
      this.events.logDefect(stackOf(error));
      return { kind: 'failed', sentence: l10n.t('The search ended because of an error in Tessera.') };
    }
  }

  /** Says how the search ended, unless a newer one has begun. */
  end(target: Target, outcome: Outcome): void {
    if (this.current !== target) return;
    this.current = undefined;
    this.tell({ type: 'targetEnded', target, outcome });
  }

  /** The options changed: what was found no longer holds. */
  forget(): void {
    if (!this.current) this.latest = undefined;
  }

  private tell(message: TargetProgressMessage | TargetEndedMessage): void {
    this.latest = message;
    this.events.send(message);
  }
}
