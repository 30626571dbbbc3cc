/**
 * The host's side of the worker: requests as promises. The thread starts with the first document and ends with
 * the last; when it dies, everything that waits is told so, and the next `open` starts another.
 */
import * as l10n from '@vscode/l10n';
import { Cancelled } from '../engine/steps';
import type { ReduceOptions } from '../engine/options';
import type { QualityDetails } from '../engine/qualityDetailed';
import type { Target, TargetOutcome } from '../engine/targets';
import type { CodebookFiles } from '../paletteFiles/codebook';
import type { Naming } from '../paletteFiles/naming';
import type { NamedPalette } from '../paletteFiles/palette';
import type { AnswerTo, WorkerQuestion, ProgressOf } from '../shared/explore/questions';
import type { Localization } from '../shared/localization';
import { UserError } from '../shared/userError';
import type {
  OpenReply,
  OpenRequest,
  OptimizeReply,
  PaletteReply,
  Progress,
  ProgressEnvelope,
  ReconstructReply,
  ReconstructRequest,
  Replies,
  ReplyEnvelope,
  RequestEnvelope,
  ResultReply,
  TargetProgress,
  WorkerRequest,
} from './protocol';

/** What is needed of a thread, whatever its kind. */
export interface WorkerThread {
  post(envelope: RequestEnvelope, transfer: ArrayBuffer[]): void;
  terminate(): void;
}

export interface ThreadEvents {
  onReply(envelope: ReplyEnvelope | ProgressEnvelope): void;
  /** The thread is gone, whoever ended it. `reason` is for the log. */
  onEnd(reason: string): void;
}

/**
 * Starts the worker: `host.node.ts`, or on the web its twin.
 *
 * @param bundles Address of the folder of bundled scripts, with a slash at its end.
 * @param localization Of the worker's sentences for people.
 */
export type StartWorkerThread = (
  bundles: string,
  localization: Localization,
  events: ThreadEvents,
) => WorkerThread;

interface Pending {
  resolve(reply: Replies[keyof Replies]): void;
  reject(error: Error): void;
  report?(progress: Progress): void;
}

/** The thread that held the document is gone (a crash, or memory ran out); opening it again helps. */
export class WorkerLost extends UserError {}

export class WorkerClient {
  private thread: WorkerThread | undefined;
  private readonly pending = new Map<number, Pending>();
  private readonly openDocuments = new Set<string>();
  private nextId = 1;

  /** `logDefect` is told what a person cannot use: stacks, and why a thread ended. */
  constructor(
    private readonly startThread: (events: ThreadEvents) => WorkerThread,
    private readonly logDefect: (text: string) => void,
  ) {}

  /** Decodes the file in the worker. `bytes` are moved there. Rejects with a `UserError` for a bad file. */
  open(request: Omit<OpenRequest, 'type'>): Promise<OpenReply> {
    this.openDocuments.add(request.documentId);
    return this.request({ type: 'open', ...request }, [request.bytes.buffer]);
  }

  /** Rejects with `Cancelled` when a newer request for the document comes before the answer. */
  palette(documentId: string, options: ReduceOptions): Promise<PaletteReply> {
    return this.request({ type: 'palette', documentId, options });
  }

  /** Like `palette`, but cancels nothing, and any other request for the document cancels it. */
  compare(documentId: string, options: ReduceOptions): Promise<PaletteReply> {
    return this.request({ type: 'compare', documentId, options });
  }

  /** Like `palette`, with the encoded file. */
  result(documentId: string, options: ReduceOptions): Promise<ResultReply> {
    return this.request({ type: 'result', documentId, options });
  }

  /** The same pixels in a smaller file, or the same file. Rejects with `Cancelled` like `palette`. */
  optimize(documentId: string, png: Uint8Array<ArrayBuffer>): Promise<OptimizeReply> {
    return this.request({ type: 'optimize', documentId, png });
  }

  /** More figures for the last result. Rejects with `Cancelled` like `palette`. */
  measure(documentId: string): Promise<QualityDetails> {
    return this.request({ type: 'measure', documentId });
  }

  /** The number of colors that meets the target, or the nearest. Rejects with `Cancelled` like `palette`. */
  target(
    documentId: string,
    options: ReduceOptions,
    search: { target: Target; optimizes: boolean; report(progress: TargetProgress): void },
  ): Promise<TargetOutcome> {
    const { target, optimizes, report } = search;
    // The worker tells of a request what belongs to its type.
    const reportAny = report as Pending['report'];
    return this.request({ type: 'target', documentId, options, target, optimizes }, [], reportAny);
  }

  /** What the Explore panel shows or saves. Rejects with `Cancelled` after `cancelExplore` of the token. */
  explore<Q extends WorkerQuestion>(
    documentId: string,
    token: string,
    question: Q,
    report: (progress: ProgressOf<Q>) => void,
  ): Promise<AnswerTo<Q>> {
    // The worker answers a question of a kind with what belongs to it: its switch is checked by the compiler.
    const reportAny = report as Pending['report'];
    return this.request({ type: 'explore', documentId, token, question }, [], reportAny) as Promise<
      AnswerTo<Q>
    >;
  }

  cancelExplore(documentId: string, token: string): void {
    if (!this.holds(documentId)) return;
    this.tell({ type: 'cancelExplore', documentId, token });
  }

  /** The last result as a codebook and a map of labels. Rejects with a `UserError` when that is another one. */
  codebook(documentId: string, palette: NamedPalette, naming: Naming): Promise<CodebookFiles> {
    return this.request({ type: 'codebook', documentId, palette, naming });
  }

  /** The picture that two files are together. Rejects with a `UserError`. */
  async reconstruct(files: Omit<ReconstructRequest, 'type' | 'documentId'>): Promise<ReconstructReply> {
    const documentId = `reconstruct-${this.nextId}`;
    this.openDocuments.add(documentId); // keeps the thread while this lasts
    try {
      return await this.request({ type: 'reconstruct', documentId, ...files });
    } finally {
      this.close(documentId);
    }
  }

  /** What runs on the document rejects with `Cancelled`. */
  cancel(documentId: string): void {
    if (!this.holds(documentId)) return;
    this.tell({ type: 'cancel', documentId });
  }

  /** Whether the running thread holds the document, or is about to. */
  holds(documentId: string): boolean {
    return this.openDocuments.has(documentId);
  }

  close(documentId: string): void {
    if (!this.openDocuments.delete(documentId)) return;
    if (this.openDocuments.size === 0) return this.dispose();
    this.tell({ type: 'close', documentId });
  }

  dispose(): void {
    this.lose(new Cancelled());
  }

  /** Nobody waits for the answer, and a thread that ends before it needs not be told any more. */
  private tell(request: WorkerRequest): void {
    this.request(request).catch((error: unknown) => {
      if (!(error instanceof Cancelled || error instanceof WorkerLost)) this.logDefect(String(error));
    });
  }

  private request<R extends WorkerRequest>(
    request: R,
    transfer: ArrayBuffer[] = [],
    report?: Pending['report'],
  ): Promise<Replies[R['type']]> {
    if (!this.openDocuments.has(request.documentId) && request.type !== 'close') {
      return Promise.reject(lostError());
    }
    const thread = (this.thread ??= this.start());
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      // The worker answers a request of type R with Replies[R]: its switch is checked by the compiler.
      this.pending.set(id, { resolve: resolve as Pending['resolve'], reject, report });
      thread.post({ id, request }, transfer);
    });
  }

  private start(): WorkerThread {
    const thread = this.startThread({
      onReply: (envelope) => this.settle(envelope),
      onEnd: (reason) => {
        if (this.thread !== thread) return; // ended by us
        this.logDefect(`The image worker ended: ${reason}`);
        this.lose(lostError());
      },
    });
    return thread;
  }

  private settle(envelope: ReplyEnvelope | ProgressEnvelope): void {
    const pending = this.pending.get(envelope.id);
    if (!pending) return; // answered after the document was closed
    if ('progress' in envelope) return pending.report?.(envelope.progress);
    this.pending.delete(envelope.id);
    if ('reply' in envelope) return pending.resolve(envelope.reply);
    const { kind, message, stack } = envelope.failure;
    if (kind === 'internal' || stack !== undefined) this.logDefect(stack ?? message);
    pending.reject(
      kind === 'cancelled' ? new Cancelled() : kind === 'user' ? new UserError(message) : new Error(message),
    );
  }

  private lose(error: Error): void {
    const { thread } = this;
    this.thread = undefined;
    this.openDocuments.clear();
    thread?.terminate();
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of waiting) reject(error);
  }
}

function lostError(): WorkerLost {
  return new WorkerLost(
    l10n.t(
      'The worker that held this image stopped, perhaps for lack of memory. Retry, or close other images first.',
    ),
  );
}
