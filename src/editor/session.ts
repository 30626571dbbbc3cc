/**
 * The state of one open image: what is asked for, what is under way, and what came of it. Pages come and go;
 * the session stays as long as the document. Knows neither VS Code nor the page, only messages.
 */
import { Cancelled } from '../engine/steps';
import { DEFAULT_OPTIONS, sameReduction, type ReduceOptions } from '../engine/options';
import { Comparison } from './comparison';
import type {
  DecodedMessage,
  FailedMessage,
  HostMessage,
  PaletteMessage,
  ResultMessage,
} from '../shared/messages';
import { UserError } from '../shared/userError';
import type { WorkerClient } from '../worker/client';

export interface SessionSource {
  /** The file's name, as shown. */
  name: string;
  /** The file's bytes; rejects with a `UserError` when it can't be read. */
  read(): Promise<Uint8Array>;
}

/** Messages that any page can be told, whenever it comes; `source` is each page's own. */
export type SessionMessage = Exclude<HostMessage, { type: 'source' } | { type: 'saveEnded' }>;

/** Read when they are needed, so that a change counts from then on. */
export interface SessionSettings {
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
  kind: 'palette' | 'result' | 'optimize' | 'measure';
  options: ReduceOptions;
  startedAt: number;
}

interface Waiter {
  resolve(result: ResultMessage): void;
  reject(error: Error): void;
}

export class Session {
  options: ReduceOptions = DEFAULT_OPTIONS;
  /** Size of the file as last read, in bytes. */
  byteLength = 0;
  /** Counts how often the file was read. */
  reading = 0;
  private isMoving = false;
  private documentId = '';
  private decoded: DecodedMessage | undefined;
  private latest: PaletteMessage | ResultMessage | undefined;
  private failed: FailedMessage | undefined;
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
  ) {}

  /** Reads and decodes the file, from the start or again (after a failure, or when it changed on disk). */
  async open(): Promise<void> {
    if (this.isDisposed) return;
    this.worker.close(this.documentId);
    const documentId = `${++documentCount}`;
    this.documentId = documentId;
    this.decoded = this.latest = this.failed = this.running = undefined;
    this.comparison.forget();
    try {
      const bytes = await this.source.read();
      if (documentId !== this.documentId) return;
      this.byteLength = bytes.byteLength;
      this.reading++;
      this.events.onDidStartOpening();
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
    return [this.decoded, this.latest, this.failed].filter((message) => message !== undefined);
  }

  /** The person moved a control; when it rests, the result is computed. */
  changeOptions(options: ReduceOptions, isMoving: boolean): void {
    this.options = options;
    this.isMoving = isMoving;
    this.update();
  }

  /** Quick palettes for these k are wanted, with the present options. */
  compareKs(ks: readonly number[]): void {
    this.comparison.ask(ks);
    void this.comparison.goOn();
  }

  /** The file that Save writes; computed if it is not there yet. Rejects with a `UserError` or `Cancelled`. */
  file(): Promise<ResultMessage> {
    const shown = this.shownFile();
    if (shown) return Promise.resolve(shown);
    if (this.failed) return Promise.reject(new UserError(this.failed.sentence));
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.isMoving = false;
      this.update();
    });
  }

  /** The file that Save writes, if pages show it now. */
  shownFile(): ResultMessage | undefined {
    const result = this.shownResult();
    return result && result.optimization !== 'running' ? result : undefined;
  }

  private shownResult(): ResultMessage | undefined {
    return this.latest?.type === 'result' && this.isShown() ? this.latest : undefined;
  }

  /** The file is gone: said in the page, with Retry. */
  reportMissing(): void {
    this.fail(new UserError(`“${this.source.name}” was deleted or moved. Put it back, then retry.`));
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
    if (!this.worker.holds(this.documentId)) {
      void this.open(); // the worker crashed: brings the pixels back first
      return;
    }
    const kind = this.missing();
    if (!kind) return void this.comparison.goOn();
    const { running, options } = this;
    if (running?.kind === kind && sameReduction(running.options, options)) return;
    // A palette that is about to come is worth showing; while a slider moves there would be none otherwise.
    if (running?.kind === 'palette' && Date.now() - running.startedAt < PATIENCE_MS) return;
    void this.run({ kind, options, startedAt: Date.now() });
    if (kind === 'optimize') void this.comparison.goOn(); // that is done in another thread
  }

  private missing(): Run['kind'] | undefined {
    if (!this.isShown()) return 'palette';
    if (this.isMoving) return undefined;
    const result = this.shownResult();
    if (!result) return 'result';
    if (result.optimization === 'running') return 'optimize';
    return result.details === undefined ? 'measure' : undefined;
  }

  private isShown(): boolean {
    return this.latest !== undefined && sameReduction(this.latest.options, this.options);
  }

  /** The worker's thread has time: nothing is missing, or only a smaller file. */
  private isFree(): boolean {
    if (!this.decoded || this.failed || this.isDisposed || !this.worker.holds(this.documentId)) return false;
    const kind = this.missing();
    return (kind ?? 'optimize') === 'optimize' && (this.running?.kind ?? 'optimize') === 'optimize';
  }

  private async compare(k: number): Promise<void> {
    const { documentId } = this;
    const options = { ...this.options, k };
    const { palette, shares, estimatedByteLength } = await this.worker.compare(documentId, options);
    if (documentId !== this.documentId) return;
    this.events.send({ type: 'compared', options, palette: { rgba: palette, shares }, estimatedByteLength });
  }

  private async run(run: Run): Promise<void> {
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

  private compute(run: Run): Promise<PaletteMessage | ResultMessage> {
    switch (run.kind) {
      case 'palette':
        return this.computePalette(run);
      case 'result':
        return this.computeResult(run);
      case 'optimize':
        return this.computeSmaller();
      case 'measure':
        return this.computeDetails();
    }
  }

  private async computePalette({ options }: Run): Promise<PaletteMessage> {
    const { palette, shares, lookup, isLossless, estimatedByteLength } = await this.worker.palette(
      this.documentId,
      options,
    );
    const part = { rgba: palette, shares, lookup };
    return { type: 'palette', options, palette: part, isLossless, estimatedByteLength };
  }

  private async computeResult({ options }: Run): Promise<ResultMessage> {
    const reply = await this.worker.result(this.documentId, options);
    const { palette, shares, lookup, png, ...figures } = reply;
    return {
      type: 'result',
      options,
      palette: { rgba: palette, shares, lookup },
      png: png.buffer,
      optimization: this.settings.optimizes() ? 'running' : 'off',
      ...figures,
    };
  }

  /** The result that is shown, in a smaller file. A failure costs bytes, not the picture. */
  private async computeSmaller(): Promise<ResultMessage> {
    const result = this.shownResult()!; // or nothing would have been missing
    try {
      const { png } = await this.worker.optimize(this.documentId, new Uint8Array(result.png));
      return { ...result, png: png.buffer, optimization: 'done' };
    } catch (error) {
      if (error instanceof Cancelled || error instanceof UserError) throw error;
      this.events.logDefect(stackOf(error));
      return { ...result, optimization: 'off' };
    }
  }

  /** The result that is shown, with more figures. A failure costs those, not the picture. */
  private async computeDetails(): Promise<ResultMessage> {
    const result = this.shownResult()!; // or nothing would have been missing
    try {
      return { ...result, details: await this.worker.measure(this.documentId) };
    } catch (error) {
      if (error instanceof Cancelled || error instanceof UserError) throw error;
      this.events.logDefect(stackOf(error));
      return { ...result, details: null };
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
        : `“${this.source.name}” could not be reduced because of an error in Tessera. The log has the details.`;
    this.failed = { type: 'failed', sentence, canRetry: true };
    this.events.send(this.failed);
    this.rejectWaiting(new UserError(sentence));
  }
}

/** Only the new figures: the file went to the pages before. */
function detailsOf(message: PaletteMessage | ResultMessage): SessionMessage {
  const details = message.type === 'result' ? (message.details ?? null) : null;
  return { type: 'details', options: message.options, details };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * The worker takes the buffer away, so it must hold these bytes and nothing else; and it must be a copy, for what was
 * read may be the very memory in which a file system keeps its file. (`slice` would not copy a Node `Buffer`.)
 */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
