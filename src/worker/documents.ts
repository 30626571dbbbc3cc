/** The images the worker holds, and the work on them. Independent of the kind of thread it runs in. */
import * as l10n from '@vscode/l10n';
import { FAIR_SAMPLE, sizeEstimate, SMALL_SAMPLE } from './sizeEstimate';
import { colorCount } from '../engine/palette';
import { sameReduction, type ReduceOptions } from '../engine/options';
import type { QualityDetails } from '../engine/qualityDetailed';
import { recolorPalette, recolorShares } from '../engine/recolor';
import { ImageReducer } from '../engine/reduce';
import type { Remapped } from '../engine/remap';
import { Cancelled, runCancellable, type Steps } from '../engine/steps';
import { targetFigure } from '../engine/targetFigure';
import { searchTarget, targetRange } from '../engine/targetSearch';
import type { Target, TargetOutcome } from '../engine/targets';
import { decodeImage } from '../images/decode';
import { labelSamples, writeColors, type CodebookFiles } from '../paletteFiles/codebook';
import type { Naming } from '../paletteFiles/naming';
import type { NamedPalette } from '../paletteFiles/palette';
import type { AnyExploreAnswer, AnyExploreProgress } from '../shared/explore/questions';
import { UserError } from '../shared/userError';
import type { Encode } from './encoding';
import { answerTo } from './explore/answers';
import type {
  ExploreRequest,
  OpenReply,
  OpenRequest,
  OptimizeReply,
  PaletteReply,
  ResultReply,
  TargetProgress,
  TargetRequest,
} from './protocol';

/** What the thread gives: pauses that let messages in, a clock, and an encoder that does not block it. */
export interface Surroundings {
  breathe: () => Promise<void>;
  now: () => number;
  encode: Encode;
}

interface OpenDocument {
  reducer: ImageReducer;
  /** Number of different colors, or `null` when there are more than were counted. */
  colorCount: number | null;
  /** Cancels what runs on the document. */
  running: AbortController;
  /** Cancels a comparison, which runs beside that. */
  comparing?: AbortController;
  /** Cancel what runs beside all else, such as questions of the Explore panel, by tokens. */
  beside: Map<string, AbortController>;
  /**
   * Size of the last result over its estimate. By how much a sample misleads depends on the picture more than on k,
   * so once this is known a small sample tells as much as a large one did.
   */
  sizeCorrection?: number;
  /** The last result's picture, of which more figures may be asked for, and what it was made with. */
  picture?: Remapped;
  pictureOptions?: ReduceOptions;
  /** Size of the last optimized file over the size before. */
  optimizedShare: number;
}

export class Documents {
  private readonly documents = new Map<string, OpenDocument>();
  /** Opened but not decoded yet; a close in between must win. */
  private readonly opening = new Map<string, AbortController>();

  constructor(private readonly surroundings: Surroundings) {}

  get encode(): Encode {
    return this.surroundings.encode;
  }

  async open({ documentId, bytes, name, maxMegapixels }: OpenRequest): Promise<OpenReply> {
    this.close(documentId);
    const running = new AbortController();
    this.opening.set(documentId, running);
    try {
      const image = await decodeImage(bytes, name, { maxMegapixels });
      if (running.signal.aborted) throw new Cancelled();
      const reducer = new ImageReducer(image);
      // Made here and not with the first palette: moves of the slider cancel that, and would start it over.
      const histogram = await this.run(reducer.histogram(), running.signal);
      const colors = histogram.isExact ? colorCount(histogram) : null;
      this.documents.set(documentId, {
        reducer,
        colorCount: colors,
        running,
        beside: new Map(),
        optimizedShare: 1,
      });
      return {
        width: image.width,
        height: image.height,
        format: image.format,
        colorCount: colors,
        hasAlpha: histogram.hasAlpha,
        isConverted: image.isConverted,
        notices: image.notices,
      };
    } finally {
      if (this.opening.get(documentId) === running) this.opening.delete(documentId);
    }
  }

  async palette(documentId: string, options: ReduceOptions): Promise<PaletteReply> {
    const { document, signal } = this.startRun(documentId);
    return this.quickPalette(document, options, signal);
  }

  /** A quick palette that leaves an encoding under way alone, and ends when anything else is asked for. */
  async compare(documentId: string, options: ReduceOptions): Promise<PaletteReply> {
    const document = this.documentOf(documentId);
    document.comparing?.abort();
    document.comparing = new AbortController();
    return this.quickPalette(document, options, document.comparing.signal);
  }

  private async quickPalette(
    document: OpenDocument,
    options: ReduceOptions,
    signal: AbortSignal,
  ): Promise<PaletteReply> {
    const { reducer, sizeCorrection } = document;
    const found = await this.run(reducer.palette(options, { effort: 'moving' }), signal);
    const sample = sizeCorrection === undefined ? FAIR_SAMPLE : SMALL_SAMPLE;
    const estimate = sizeEstimate(reducer.pixels, found.palette, options, sample);
    const { palette, lookup } = recolorPalette(found.palette, options.recolored);
    return {
      palette,
      shares: lookup ? recolorShares(found.shares, lookup) : [...found.shares],
      lookup,
      isLossless: found.isLossless && !lookup,
      estimatedByteLength: Math.round(estimate * (sizeCorrection ?? 1) * document.optimizedShare),
    };
  }

  async result(documentId: string, options: ReduceOptions): Promise<ResultReply> {
    const { document, signal } = this.startRun(documentId);
    const { reducer } = document;
    const reduced = await this.run(reducer.reduce(options, { effort: 'rest' }), signal);
    const encoding = this.surroundings.encode({ picture: reduced.picture }, signal);
    // The encoder works in a thread of its own, so both go on at once; neither failure may go unnoticed.
    const [png, quality] = await Promise.all([encoding, this.run(reducer.measure(reduced), signal)]);
    const { lookup } = reduced;
    const found = lookup?.rgba ?? reduced.palette;
    document.sizeCorrection = png.byteLength / sizeEstimate(reducer.pixels, found, options, SMALL_SAMPLE);
    document.picture = reduced.picture;
    document.pictureOptions = options;
    return {
      palette: reduced.palette,
      shares: [...reduced.shares],
      lookup,
      isLossless: reduced.isLossless,
      iterations: reduced.iterations,
      improvement: reduced.improvement,
      png,
      quality: { ...quality, psnr: Number.isFinite(quality.psnr) ? quality.psnr : null },
    };
  }

  /** The same pixels in a smaller file. */
  async optimize(documentId: string, png: Uint8Array<ArrayBuffer>): Promise<OptimizeReply> {
    const { document, signal } = this.startRun(documentId);
    const smaller = await this.surroundings.encode({ png }, signal);
    document.optimizedShare = smaller.byteLength / png.byteLength;
    return { png: smaller };
  }

  /** More figures for the last result. */
  async measure(documentId: string): Promise<QualityDetails> {
    const { document, signal } = this.startRun(documentId);
    const { reducer, picture } = document;
    if (!picture) throw new Error(`Document ${documentId} has no result to be measured.`);
    return this.run(reducer.measureDetails(picture), signal);
  }

  /** The number of colors that meets the target, found with the files and figures that `result` would give. */
  async target(request: TargetRequest, report: (progress: TargetProgress) => void): Promise<TargetOutcome> {
    const { options, target } = request;
    const { document, signal } = this.startRun(request.documentId);
    return searchTarget({
      target,
      range: targetRange(document.colorCount, options.locked.length),
      pixels: document.reducer.pixels.width * document.reducer.pixels.height,
      measure: async (k) => {
        const value = await this.probe(document, { ...options, k }, target, request.optimizes, signal);
        if (signal.aborted) throw new Cancelled();
        return value;
      },
      onDidProbe: (last, tried) => report({ last, tried }),
    });
  }

  private async probe(
    { reducer }: OpenDocument,
    options: ReduceOptions,
    { kind }: Target,
    optimizes: boolean,
    signal: AbortSignal,
  ): Promise<number> {
    const { picture } = await this.run(reducer.reduce(options, { effort: 'rest' }), signal);
    if (kind !== 'bytes') return this.run(targetFigure(kind, reducer.pixels, picture), signal);
    const png = await this.surroundings.encode({ picture }, signal);
    return optimizes ? (await this.surroundings.encode({ png }, signal)).byteLength : png.byteLength;
  }

  /** The last result taken apart. `named`: its palette with names, in the order of the file. */
  async codebook(documentId: string, named: NamedPalette, naming: Naming): Promise<CodebookFiles> {
    const document = this.documentOf(documentId);
    const { picture } = document;
    const bytes = named.colors.flatMap(({ rgba }) => rgba);
    if (picture?.palette.join() !== bytes.join()) {
      throw new UserError(l10n.t('The picture has changed meanwhile. Try again.'));
    }
    const labels = await this.beside(document, 'codebook', (signal) =>
      this.surroundings.encode({ samples: labelSamples(picture) }, signal),
    );
    return { codebook: writeColors(named, picture, naming), labels };
  }

  /** Answers a question of the Explore panel, beside whatever else runs. */
  async explore(
    { documentId, token, question }: ExploreRequest,
    report: (progress: AnyExploreProgress) => void,
  ): Promise<AnyExploreAnswer> {
    const document = this.documentOf(documentId);
    const { reducer } = document;
    return this.beside(document, token, (signal) =>
      answerTo(question, {
        reducer,
        result: (options) => this.pictureAtRest(document, options, signal),
        run: (steps, onStep) => this.run(steps, signal, onStep),
        encode: (job) => this.surroundings.encode(job, signal),
        report,
      }),
    );
  }

  cancelExplore(documentId: string, token: string): void {
    this.documents.get(documentId)?.beside.get(token)?.abort();
  }

  /** Work that disturbs nothing else, and ends with `Cancelled` when it is called off by its token or the document closes. */
  private async beside<T>(
    document: OpenDocument,
    token: string,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const cancel = new AbortController();
    document.beside.set(token, cancel);
    try {
      return await work(cancel.signal);
    } finally {
      if (document.beside.get(token) === cancel) document.beside.delete(token);
    }
  }

  private async pictureAtRest(
    { reducer, picture, pictureOptions }: OpenDocument,
    options: ReduceOptions,
    signal: AbortSignal,
  ): Promise<Remapped> {
    if (picture && pictureOptions && sameReduction(pictureOptions, options)) return picture;
    return (await this.run(reducer.reduce(options, { effort: 'rest' }), signal)).picture;
  }

  /** Ends what runs on the document. */
  cancel(documentId: string): void {
    this.documents.get(documentId)?.running.abort();
  }

  close(documentId: string): void {
    this.opening.get(documentId)?.abort();
    this.opening.delete(documentId);
    this.documents.get(documentId)?.running.abort();
    this.documents.get(documentId)?.comparing?.abort();
    this.documents.get(documentId)?.beside.forEach((cancel) => cancel.abort());
    this.documents.delete(documentId);
  }

  /** Cancels what runs on the document, and returns it with the signal that will cancel the next run. */
  private startRun(documentId: string): { document: OpenDocument; signal: AbortSignal } {
    const document = this.documentOf(documentId);
    document.running.abort();
    document.comparing?.abort();
    document.running = new AbortController();
    return { document, signal: document.running.signal };
  }

  private documentOf(documentId: string): OpenDocument {
    const document = this.documents.get(documentId);
    if (!document) throw new Error(`Document ${documentId} is not open.`);
    return document;
  }

  private run<T, P>(steps: Steps<T, P>, signal: AbortSignal, onStep?: (progress: P) => void): Promise<T> {
    const { breathe, now } = this.surroundings;
    return runCancellable(steps, { breathe, now, isCancelled: () => signal.aborted }, onStep);
  }
}
