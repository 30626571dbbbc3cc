/**
 * What host and worker say to each other. Every request carries an id and is answered once. A newer `palette`,
 * `result`, `optimize`, `measure` or `target` of the same document, its `cancel` or its `close`, cancels the one that is
 * running. All of them cancel a `compare`, which cancels nothing. An `explore` runs beside everything until its
 * `cancelExplore` or the document's `close`.
 */
import type { ReduceOptions } from '../engine/options';
import type { QualityDetails } from '../engine/qualityDetailed';
import type { Lookup } from '../engine/recolor';
import type { CodebookFiles } from '../paletteFiles/codebook';
import type { Naming } from '../paletteFiles/naming';
import type { NamedPalette } from '../paletteFiles/palette';
import type { Target, TargetOutcome, TargetProbe } from '../engine/targets';
import type { AnyExploreAnswer, AnyExploreProgress, WorkerQuestion } from '../shared/explore/questions';

export interface OpenRequest {
  type: 'open';
  documentId: string;
  /** The file; moved to the worker, not copied. */
  bytes: Uint8Array<ArrayBuffer>;
  /** The file's name, for error sentences. */
  name: string;
  maxMegapixels: number;
}

/** Asks for a quick palette, for a moving slider. */
export interface PaletteRequest {
  type: 'palette';
  documentId: string;
  options: ReduceOptions;
}

/** Asks for a quick palette beside the work on the picture that is shown. */
export interface CompareRequest {
  type: 'compare';
  documentId: string;
  options: ReduceOptions;
}

/** Asks for the file that Save would write. */
export interface ResultRequest {
  type: 'result';
  documentId: string;
  options: ReduceOptions;
}

/** Asks for a smaller file with the same pixels. */
export interface OptimizeRequest {
  type: 'optimize';
  documentId: string;
  /** A file that `result` gave. */
  png: Uint8Array<ArrayBuffer>;
}

/** Asks for the figures of the last result that take longer. */
export interface MeasureRequest {
  type: 'measure';
  documentId: string;
}

/** Asks for the number of colors that meets a target. Told of its progress before the reply. */
export interface TargetRequest {
  type: 'target';
  documentId: string;
  /** All but `k` count. */
  options: ReduceOptions;
  target: Target;
  /** Whether the size is that of the optimized file. */
  optimizes: boolean;
}

/** Asks for the last result as a codebook and a map of labels. */
export interface CodebookRequest {
  type: 'codebook';
  documentId: string;
  /** The result's palette with names, its colors in the order of the file. */
  palette: NamedPalette;
  naming: Naming;
}

/** Asks for the picture that a codebook and a map of labels are. Nothing is kept of it. */
export interface ReconstructRequest {
  type: 'reconstruct';
  /** Stands for no image; only for as long as this takes. */
  documentId: string;
  labels: NamedBytes;
  codebook: NamedBytes;
  /** Larger pictures are refused. */
  maxPixels: number;
  optimizes: boolean;
}

/** A file, and its name for sentences. */
export interface NamedBytes {
  bytes: Uint8Array;
  name: string;
}

/** Asks what the Explore panel shows, or saves as a file. Told of its progress before the reply. */
export interface ExploreRequest {
  type: 'explore';
  documentId: string;
  /** Names the question, for `cancelExplore`. */
  token: string;
  question: WorkerQuestion;
}

/** Withdraws a question. */
export interface CancelExploreRequest {
  type: 'cancelExplore';
  documentId: string;
  token: string;
}

/** Ends what runs on the document. */
export interface CancelRequest {
  type: 'cancel';
  documentId: string;
}

/** Frees a document's pixels. */
export interface CloseRequest {
  type: 'close';
  documentId: string;
}

export type WorkerRequest =
  | OpenRequest
  | PaletteRequest
  | CompareRequest
  | ResultRequest
  | OptimizeRequest
  | MeasureRequest
  | TargetRequest
  | CodebookRequest
  | ReconstructRequest
  | ExploreRequest
  | CancelExploreRequest
  | CancelRequest
  | CloseRequest;

export interface OpenReply {
  width: number;
  height: number;
  format: string;
  /** Number of different colors, or `null` when there are more than were counted. */
  colorCount: number | null;
  hasAlpha: boolean;
  /** Whether colors were converted to sRGB from what the file says they are. */
  isConverted: boolean;
  /** Sentences about the file: what may make its picture look other than it was meant. */
  notices: string[];
}

export interface PaletteReply {
  /** RGBA, `4 · colors` bytes. */
  palette: Uint8Array;
  /** Share of the pixels of every color, 0–1. */
  shares: number[];
  /** See `PaletteMessagePart`. */
  lookup?: Lookup;
  isLossless: boolean;
  estimatedByteLength: number;
}

export interface ResultReply {
  palette: Uint8Array;
  shares: number[];
  lookup?: Lookup;
  isLossless: boolean;
  iterations: number;
  /** By which share of it improving lowered the error after k-means, 0–1. */
  improvement: number;
  /** The encoded file. */
  png: Uint8Array<ArrayBuffer>;
  /** See `QualityFigures`. */
  quality: { mse: number; psnr: number | null; meanDeltaE: number; p95DeltaE: number };
}

export interface OptimizeReply {
  /** The smaller file, or the same when there is none. */
  png: Uint8Array<ArrayBuffer>;
}

export interface ReconstructReply {
  png: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  colors: number;
}

/** The reply to each type of request. */
export interface Replies {
  open: OpenReply;
  palette: PaletteReply;
  compare: PaletteReply;
  result: ResultReply;
  optimize: OptimizeReply;
  measure: QualityDetails;
  target: TargetOutcome;
  codebook: CodebookFiles;
  reconstruct: ReconstructReply;
  explore: AnyExploreAnswer;
  cancelExplore: null;
  cancel: null;
  close: null;
}

export interface RequestEnvelope {
  id: number;
  request: WorkerRequest;
}

/** `user`: the message is a sentence for the person. `cancelled`: a newer request came. `internal`: a defect. */
export type FailureKind = 'user' | 'cancelled' | 'internal';

/** How far a search for a target is: the last number of colors that was tried, and how many were. */
export interface TargetProgress {
  last: TargetProbe;
  tried: number;
}

export type Progress = TargetProgress | AnyExploreProgress;

/** Of a `target` or `explore` request, before its reply. */
export interface ProgressEnvelope {
  id: number;
  progress: Progress;
}

export type ReplyEnvelope =
  | { id: number; reply: Replies[keyof Replies] }
  | { id: number; failure: { kind: FailureKind; message: string; /** For the log. */ stack?: string } };
