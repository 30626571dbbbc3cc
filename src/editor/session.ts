/**
 * The state of one open image: what is asked for, what is under way, and what came of it. Pages come and go;
 * the session stays as long as the document. Knows neither VS Code nor the page, only messages.
 */
import { Cancelled } from '../engine/steps';
import { DEFAULT_OPTIONS, sameReduction, type ReduceOptions } from '../engine/options';
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

export interface SessionEvents {
  /** To every page of the document. */
  send(message: SessionMessage): void;
  /** The file is about to be read (again): pages start over. */
  onDidStartOpening(byteLength: number): void;
  logDefect(text: string): void;
}

/** A quick palette under way for longer than this is cancelled by a newer one; before, the newer one waits. */
const PATIENCE_MS = 100;

let documentCount = 0;

export class Session {
  options: ReduceOptions = DEFAULT_OPTIONS;
  /** Size of the file as last read, in bytes. */
  byteLength = 0;
  private documentId = '';
  private decoded: DecodedMessage | undefined;
  private latest: PaletteMessage | ResultMessage | undefined;
  private failed: FailedMessage | undefined;
  /** Set while a result is computed; settles the same way for everyone who waits for it. */
  private resting: { options: ReduceOptions; result: Promise<ResultMessage> } | undefined;
  private moving: { startedAt: number } | undefined;
  private wantsPalette = false;
  private isDisposed = false;

  constructor(
    private readonly source: SessionSource,
    private readonly worker: WorkerClient,
    private readonly maxMegapixels: () => number,
    private readonly events: SessionEvents,
  ) {}

  /** Reads and decodes the file, from the start or again (after a failure, or when it changed on disk). */
  async open(): Promise<void> {
    if (this.isDisposed) return;
    this.worker.close(this.documentId);
    const documentId = `${++documentCount}`;
    this.documentId = documentId;
    this.decoded = this.latest = this.failed = this.resting = this.moving = undefined;
    try {
      const bytes = await this.source.read();
      if (documentId !== this.documentId) return;
      this.byteLength = bytes.byteLength;
      this.events.onDidStartOpening(bytes.byteLength);
      const reply = await this.worker.open({
        documentId,
        bytes: ownBuffer(bytes),
        name: this.source.name,
        maxMegapixels: this.maxMegapixels(),
      });
      if (documentId !== this.documentId) return;
      this.decoded = { type: 'decoded', ...reply };
      this.events.send(this.decoded);
      await this.requestPalette();
      if (documentId === this.documentId) await this.requestResult();
    } catch (error) {
      if (documentId === this.documentId) this.fail(error);
    }
  }

  /** The messages that bring a new page up to date, after its `source`. */
  state(): SessionMessage[] {
    return [this.decoded, this.latest, this.failed].filter((message) => message !== undefined);
  }

  /** The person moved a control; when it rests, the result is computed. */
  async changeOptions(options: ReduceOptions, isMoving: boolean): Promise<void> {
    const isNew = !sameReduction(options, this.options);
    this.options = options;
    if (!this.decoded || this.isDisposed) return; // `open` goes on with the new options
    try {
      await this.ensureOpen();
      if (isNew) await this.requestPalette();
      if (!isMoving && sameReduction(options, this.options)) await this.requestResult();
    } catch (error) {
      this.fail(error);
    }
  }

  /** The file for the present options; computed if it is not there yet. Rejects with a `UserError` or `Cancelled`. */
  async result(): Promise<ResultMessage> {
    if (this.failed) throw new UserError(this.failed.sentence);
    if (!this.decoded) throw new UserError(`“${this.source.name}” is still being read.`);
    await this.ensureOpen();
    return this.requestResult();
  }

  /** The result that pages show now, if they are at rest. */
  shownResult(): ResultMessage | undefined {
    const { latest } = this;
    return latest?.type === 'result' && sameReduction(latest.options, this.options) ? latest : undefined;
  }

  /** The file is gone: said in the page, with Retry. */
  reportMissing(): void {
    this.fail(new UserError(`“${this.source.name}” was deleted or moved. Put it back, then retry.`));
  }

  dispose(): void {
    this.isDisposed = true;
    this.worker.close(this.documentId);
    this.documentId = '';
  }

  /** After a crash of the worker the pixels are gone: brings them back before anything else is asked. */
  private async ensureOpen(): Promise<void> {
    if (!this.worker.holds(this.documentId)) await this.open();
  }

  private async requestPalette(): Promise<void> {
    if (this.moving && Date.now() - this.moving.startedAt < PATIENCE_MS) {
      this.wantsPalette = true;
      return;
    }
    const moving = (this.moving = { startedAt: Date.now() });
    const { documentId, options } = this;
    this.resting = undefined;
    try {
      const { palette, ...reply } = await this.worker.palette(documentId, options);
      if (documentId !== this.documentId) return;
      const { shares, isLossless, estimatedByteLength } = reply;
      this.latest = {
        type: 'palette',
        options,
        palette: { rgba: palette, shares },
        isLossless,
        estimatedByteLength,
      };
      this.events.send(this.latest);
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    } finally {
      if (this.moving === moving) this.moving = undefined;
    }
    if (this.wantsPalette && !this.moving && documentId === this.documentId) {
      this.wantsPalette = false;
      await this.requestPalette();
    }
  }

  private requestResult(): Promise<ResultMessage> {
    const shown = this.shownResult();
    if (shown) return Promise.resolve(shown);
    const { options } = this;
    if (this.resting && sameReduction(this.resting.options, options)) return this.resting.result;
    const resting = { options, result: this.computeResult(options) };
    this.resting = resting;
    const forget = () => {
      if (this.resting === resting) this.resting = undefined;
    };
    resting.result.then(forget, forget);
    return resting.result;
  }

  private async computeResult(options: ReduceOptions): Promise<ResultMessage> {
    const { documentId } = this;
    const reply = await this.worker.result(documentId, options);
    if (documentId !== this.documentId) throw new Cancelled();
    const { palette, shares, png, quality, iterations, isLossless } = reply;
    const message: ResultMessage = {
      type: 'result',
      options,
      palette: { rgba: palette, shares },
      png: png.buffer,
      quality,
      iterations,
      isLossless,
    };
    if (sameReduction(options, this.options)) {
      this.latest = message;
      this.events.send(message);
    }
    return message;
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
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The worker takes the buffer away, so it must hold these bytes and nothing else. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}
