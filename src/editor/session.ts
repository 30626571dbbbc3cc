/**
 * The state of one open image: what is asked for, what is under way, and what came of it. Pages come and go;
 * the session stays as long as the document. Knows neither VS Code nor the page, only messages.
 */
import * as l10n from '@vscode/l10n';
import { Cancelled } from '../engine/steps';
import { sameReduction, type ReduceOptions } from '../engine/options';
import type { Target } from '../engine/targets';
import type {
  DecodedMessage,
  ExploreMessage,
  FailedMessage,
  HostMessage,
  PaletteMessage,
  ResultMessage,
  SourceGoneMessage,
} from '../shared/messages';
import type { AnswerTo, ProgressOf, WorkerQuestion } from '../shared/explore/questions';
import type { CodebookFiles } from '../paletteFiles/codebook';
import type { Naming } from '../paletteFiles/naming';
import type { NamedPalette } from '../paletteFiles/palette';
import { UserError } from '../shared/userError';
import type { WorkerClient } from '../worker/client';
import { ChosenOptions, type SessionMemory } from './chosenOptions';
import { Comparison } from './comparison';
import { computeCompared, computeDetails, computePalette, computeResult, computeSmaller } from './computed';
import { stackOf } from './stackOf';
import { summaryOf, type SessionSummary } from './summary';
import { TargetRun } from './targetRun';

export interface SessionSource {
  /** The file's name, as shown. */
  name: string;
  /** The file's bytes and a name for their content; rejects with a `UserError` when it can't be read. */
  read(): Promise<{ bytes: Uint8Array; contentHash: string }>;
}

/** Messages that any page can be told, whenever it comes; `source` is each page's own. */
export type SessionMessage = Exclude<
  HostMessage,
  { type: 'source' } | { type: 'saveEnded' } | { type: 'showPanel' } | ExploreMessage
>;

/** A question that was asked of the worker. */
export interface Asked<Q extends WorkerQuestion> {
  /** Rejects with `Cancelled` when it was withdrawn or the file was read anew, with a `UserError`, or with a defect. */
  answer: Promise<AnswerTo<Q>>;
  withdraw(): void;
}

/** Read when they are needed, so that a change counts from then on. */
export interface SessionSettings {
  /** The options of an image that is new. */
  defaults(): ReduceOptions;
  maxMegapixels(): number;
  /** Whether a smaller file is looked for once the result is there. */
  optimizes(): boolean;
}

export interface SessionEvents {
  /** To every page of the document. */
  send(message: SessionMessage): void;
  /** The file is about to be read (again): pages start over. */
  onDidStartOpening(): void;
  logDefect(text: string): void;
}

/** A quick palette under way for longer than this is cancelled by a newer one; before, the newer one waits. */
const PATIENCE_MS = 100;

let documentCount = 0;

/** A request to the worker that is under way. */
interface Run {
  kind: 'palette' | 'result' | 'optimize' | 'measure' | 'target';
  options: ReduceOptions;
  startedAt: number;
}

/** Runs that bring something to show. */
type ComputedRun = Run & { kind: Exclude<Run['kind'], 'target'> };

interface Waiter {
  resolve(result: ResultMessage): void;
  reject(error: Error): void;
}

export class Session {
  /** What is asked for, with undo and redo. */
  readonly chosen: ChosenOptions;
  /** Size of the file as last read, in bytes. */
  byteLength = 0;
  /** Counts how often the file was read. */
  reading = 0;
  /** Counts the readings begun; only the last one counts. */
  private openings = 0;
  /** The file is being read. */
  private isReading = false;
  private documentId = '';
  private decoded: DecodedMessage | undefined;
  private latest: PaletteMessage | ResultMessage | undefined;
  private failed: FailedMessage | undefined;
  private gone: SourceGoneMessage | undefined;
  private readonly target: TargetRun;
  private running: Run | undefined;
  private waiting: Waiter[] = [];
  private isDisposed = false;
  private readonly comparison = new Comparison(
    (k) => this.compare(k),
    () => this.isFree(),
    (error) => this.events.logDefect(stackOf(error)),
  );

  constructor(
    private readonly source: SessionSource,
    private readonly worker: WorkerClient,
    private readonly settings: SessionSettings,
    private readonly events: SessionEvents,
    memory: SessionMemory,
  ) {
    this.chosen = new ChosenOptions(() => settings.defaults(), memory, {
      send: (message) => events.send(message),
      onDidChange: () => {
        this.target.forget();
        this.update();
      },
    });
    this.target = new TargetRun(worker, events);
  }

  get options(): ReduceOptions {
    return this.chosen.present;
  }

  /** Reads and decodes the file, from the start or again (after a failure, or when it changed on disk). */
  async open(): Promise<void> {
    if (this.isDisposed) return;
    const opening = ++this.openings;
    this.isReading = true;
    try {
      const { bytes, contentHash } = await this.source.read();
      if (opening !== this.openings || this.isDisposed) return;
      this.isReading = false;
      await this.decode(bytes, contentHash);
    } catch (error) {
      if (opening !== this.openings) return;
      this.isReading = false;
      if (error instanceof UserError && this.holdsPicture()) this.reportGone(error.message);
      else this.fail(error);
    }
  }

  private async decode(bytes: Uint8Array, contentHash: string): Promise<void> {
    this.worker.close(this.documentId);
    const documentId = `${++documentCount}`;
    this.documentId = documentId;
    this.decoded = this.latest = this.failed = this.gone = this.running = undefined;
    this.comparison.forget();
    this.byteLength = bytes.byteLength;
    this.reading++;
    this.chosen.settle(); // pages start over, where nothing moves
    this.chosen.recall(contentHash);
    this.events.onDidStartOpening();
    this.events.send(this.chosen.historyMessage());
    try {
      const reply = await this.worker.open({
        documentId,
        bytes: ownBuffer(bytes),
        name: this.source.name,
        maxMegapixels: this.settings.maxMegapixels(),
      });
      if (documentId !== this.documentId) return;
      this.decoded = { type: 'decoded', ...reply };
      this.events.send(this.decoded);
      this.update();
    } catch (error) {
      if (documentId === this.documentId) this.fail(error);
    }
  }

  /** The messages that bring a new page up to date, after its `source`. */
  state(): SessionMessage[] {
    const { decoded, latest, failed, gone } = this;
    return [this.chosen.historyMessage(), decoded, latest, failed, gone, this.target.latest].filter(
      (message) => message !== undefined,
    );
  }

  /** What pages show, in a few figures; `undefined` as long as there is no reduced picture. */
  summary(): SessionSummary | undefined {
    const { decoded, latest, failed } = this;
    return decoded && latest && !failed ? summaryOf(decoded, latest, this.byteLength) : undefined;
  }

  /** Looks for the k that meets the target and takes it, as one step. Whatever else is asked of the image ends it. */
  async findTarget(target: Target): Promise<void> {
    if (!this.decoded || this.failed || this.isDisposed) return;
    this.chosen.settle();
    const { documentId, options } = this;
    const run: Run = { kind: 'target', options, startedAt: Date.now() };
    this.running = run;
    const outcome = await this.target.search(documentId, options, target, this.settings.optimizes());
    if (documentId !== this.documentId || this.running !== run) {
      this.target.end(target, { kind: 'cancelled' }); // whatever came of it: something else was asked since
      return;
    }
    this.running = undefined;
    if (outcome.kind === 'found') this.chosen.set({ ...options, k: outcome.found.k });
    this.target.end(target, outcome);
    this.update();
  }

  /** A page is gone, or starts over: what was moved there rests where it is. */
  rest(): void {
    if (!this.chosen.isMoving) return;
    this.chosen.settle();
    this.update();
  }

  /** Quick palettes for these k are wanted, with the present options. */
  compareKs(ks: readonly number[]): void {
    this.comparison.ask(ks);
    this.bringsBack();
    void this.comparison.goOn();
  }

  cancelTarget(): void {
    if (this.running?.kind === 'target') this.worker.cancel(this.documentId);
  }

  /** The file that Save writes; computed if it is not there yet. Rejects with a `UserError` or `Cancelled`. */
  file(): Promise<ResultMessage> {
    const shown = this.shownFile();
    if (shown) return Promise.resolve(shown);
    if (this.failed) return Promise.reject(new UserError(this.failed.sentence));
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.chosen.settle();
      this.update();
    });
  }

  /** The file that Save writes, if pages show it now. */
  shownFile(): ResultMessage | undefined {
    const result = this.shownResult();
    return result && result.optimization !== 'running' ? result : undefined;
  }

  /** The picture that pages show now, if it is the one at rest; a smaller file may still be looked for. */
  shownResult(): ResultMessage | undefined {
    return this.latest?.type === 'result' && this.isShown() ? this.latest : undefined;
  }

  /** The picture at rest as a codebook and a map of labels. `palette`: its own, with names. Rejects with a `UserError`. */
  codebook(palette: NamedPalette, naming: Naming): Promise<CodebookFiles> {
    this.bringsBack(); // for the next try
    return this.worker.codebook(this.documentId, palette, naming);
  }

  /** Asks what the Explore panel shows or saves; nothing else is disturbed. `token`: a name for the question. */
  ask<Q extends WorkerQuestion>(
    token: string,
    question: Q,
    report: (progress: ProgressOf<Q>) => void,
  ): Asked<Q> {
    const { documentId, worker } = this;
    this.bringsBack();
    if (!this.decoded || this.failed) return { answer: Promise.reject(new Cancelled()), withdraw() {} };
    return {
      answer: worker.explore(documentId, token, question, report),
      withdraw: () => worker.cancelExplore(documentId, token),
    };
  }

  /** The file is gone. What was read of it stays and can be saved; only without it this is a failure. */
  reportMissing(): void {
    const { name } = this.source;
    if (this.holdsPicture()) this.reportGone(l10n.t('“{0}” was deleted or moved.', name));
    else this.fail(new UserError(l10n.t('“{0}” was deleted or moved. Put it back, then retry.', name)));
  }

  private holdsPicture(): boolean {
    return this.decoded !== undefined && !this.failed && this.worker.holds(this.documentId);
  }

  private reportGone(sentence: string): void {
    this.gone = { type: 'sourceGone', sentence };
    this.events.send(this.gone);
  }

  dispose(): void {
    this.isDisposed = true;
    this.worker.close(this.documentId);
    this.documentId = '';
    this.rejectWaiting(new Cancelled());
  }

  /** Starts what is missing most: a palette for the present options; at rest the result, then a smaller file. */
  private update(): void {
    if (!this.decoded || this.failed || this.isDisposed) return; // `open` comes here when it is through
    const kind = this.missing();
    if (kind && this.bringsBack()) return;
    if (!kind) return void this.comparison.goOn();
    const { running, options } = this;
    if (running?.kind === kind && sameReduction(running.options, options)) return;
    // A palette that is about to come is worth showing; while a slider moves there would be none otherwise.
    if (running?.kind === 'palette' && Date.now() - running.startedAt < PATIENCE_MS) return;
    void this.run({ kind, options, startedAt: Date.now() });
    if (canWait(kind)) void this.comparison.goOn();
  }

  /** Whether the worker crashed that held the pixels: then the file is opened again, and what is missing comes after. */
  private bringsBack(): boolean {
    if (!this.decoded || this.failed || this.isDisposed || this.worker.holds(this.documentId)) return false;
    if (!this.isReading) void this.open();
    return true;
  }

  private missing(): ComputedRun['kind'] | undefined {
    if (!this.isShown()) return 'palette';
    if (this.chosen.isMoving) return undefined;
    const result = this.shownResult();
    if (!result) return 'result';
    if (result.optimization === 'running') return 'optimize';
    return result.details === undefined ? 'measure' : undefined;
  }

  private isShown(): boolean {
    return this.latest !== undefined && sameReduction(this.latest.options, this.options);
  }

  /** The worker has time for a comparison: nothing is missing, or only what nobody waits for. */
  private isFree(): boolean {
    if (!this.decoded || this.failed || this.isDisposed || !this.worker.holds(this.documentId)) return false;
    return canWait(this.missing()) && canWait(this.running?.kind);
  }

  private async compare(k: number): Promise<void> {
    const { documentId } = this;
    const message = await computeCompared(this.worker, documentId, { ...this.options, k });
    if (documentId === this.documentId) this.events.send(message);
  }

  private async run(run: ComputedRun): Promise<void> {
    const { documentId } = this;
    this.running = run;
    try {
      const message = await this.compute(run);
      if (documentId !== this.documentId || this.failed) return;
      this.latest = message;
      this.events.send(run.kind === 'measure' ? detailsOf(message) : message);
      const file = this.shownFile();
      if (file) this.waiting.splice(0).forEach(({ resolve }) => resolve(file));
    } catch (error) {
      if (documentId === this.documentId) this.fail(error);
    }
    if (this.running !== run) return;
    this.running = undefined;
    this.update();
  }

  private compute({ kind, options }: ComputedRun): Promise<PaletteMessage | ResultMessage> {
    const { worker, documentId } = this;
    switch (kind) {
      case 'palette':
        return computePalette(worker, documentId, options);
      case 'result':
        return computeResult(worker, documentId, options, this.settings.optimizes());
      // There is a result where one of these is missing.
      case 'optimize':
        return computeSmaller(worker, documentId, this.shownResult()!, this.events.logDefect);
      case 'measure':
        return computeDetails(worker, documentId, this.shownResult()!, this.events.logDefect);
    }
  }

  private rejectWaiting(error: Error): void {
    this.waiting.splice(0).forEach(({ reject }) => reject(error));
  }

  private fail(error: unknown): void {
    if (error instanceof Cancelled || this.isDisposed) return;
    if (!(error instanceof UserError)) this.events.logDefect(stackOf(error));
    const sentence =
      error instanceof UserError
        ? error.message
        : l10n.t(
            '“{0}” could not be reduced because of an error in Tessera. The log has the details.',
            this.source.name,
          );
    this.failed = { type: 'failed', sentence, canRetry: true };
    this.events.send(this.failed);
    this.rejectWaiting(new UserError(sentence));
  }
}

function canWait(kind: Run['kind'] | undefined): boolean {
  return kind === undefined || kind === 'optimize' || kind === 'measure';
}

/** Only the new figures: the file went to the pages before. */
function detailsOf(message: PaletteMessage | ResultMessage): SessionMessage {
  const details = message.type === 'result' ? (message.details ?? null) : null;
  return { type: 'details', options: message.options, details };
}

/**
 * The worker takes the buffer away, so it must hold these bytes and nothing else; and it must be a copy, for what was
 * read may be the very memory in which a file system keeps its file. (`slice` would not copy a Node `Buffer`.)
 */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
