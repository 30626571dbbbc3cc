/**
 * Every message between the extension host and the page in the editor: one interface each, two unions, one
 * per direction. The page is a trust border, so what comes from it is checked with `parsePageMessage`.
 *
 * The wire carries palettes, not pixels: the page loads the original itself, and only at rest the encoded
 * file (the bytes that Save writes) crosses over.
 */
import * as v from 'valibot';
import { K_MAX, K_MIN, type ReduceOptions } from '../engine/options';
import type { Target, TargetOutcome, TargetProbe } from '../engine/targets';
import { exploreExportSchema } from './explore/exports';
import { exploreQuestionSchema } from './explore/questions';
import { reduceOptionsSchema } from './options';
import { targetSchema } from './targets';

/** A palette as the page shows it. Colors in the order of the file's PLTE. */
export interface PaletteMessagePart {
  /** RGBA, `4 · colors` bytes. */
  rgba: Uint8Array;
  /** Share of the image's pixels for each color, 0–1. */
  shares: number[];
  /** By which colors pixels find theirs, where some are recolored; without it, by the palette itself. */
  lookup?: PaletteLookup;
}

/** What a quick preview looks colors up in, when it is not what it paints. */
export interface PaletteLookup {
  /** RGBA, 4 bytes a color; as many as the palette's, or more where several are written as one. */
  rgba: Uint8Array;
  /** For each of them, the index of the palette color it is written as. */
  places: number[];
}

/** How close the reduced picture is to the original. */
export interface QualityFigures {
  /** Mean squared error per channel, sRGB 0–255. */
  mse: number;
  /** Peak signal-to-noise ratio in dB; `null` when the pictures are the same (JSON has no infinity). */
  psnr: number | null;
  /** Mean OKLab distance (0–1; 0.02 is about just noticeable). */
  meanDeltaE: number;
  /** The OKLab distance that 95 % of the pixels do not exceed. */
  p95DeltaE: number;
}

/** Figures that take a while: they come after the result. */
export interface QualityDetails {
  /** Structural similarity, −1 to 1; 1 for the same picture. */
  ssim: number;
  /** Mean CIEDE2000 difference; about 1 is just noticeable. */
  meanCiede2000: number;
  /** The CIEDE2000 difference that 95 % of the pixels do not exceed. */
  p95Ciede2000: number;
}

/** What is known of the source before it is decoded. Answers `ready`. */
export interface SourceMessage {
  type: 'source';
  name: string;
  /** Where the page can fetch the original from. It changes when the file changes on disk. */
  url: string;
  /** Size of the file in bytes. */
  byteLength: number;
  options: ReduceOptions;
  /** How a page showed this picture last, for a page that has no memory of its own. */
  view?: StoredView;
}

/** The options changed elsewhere: undone, redone, set by a target, or moved on another page of the image. */
export interface OptionsMessage {
  type: 'options';
  options: ReduceOptions;
  isMoving: boolean;
}

/** Whether there is something to undo and redo. */
export interface HistoryMessage {
  type: 'history';
  canUndo: boolean;
  canRedo: boolean;
}

/** The file is gone from the disk; what was read of it stays usable. Until the next `source`. */
export interface SourceGoneMessage {
  type: 'sourceGone';
  sentence: string;
}

/** A search for a number of colors is under way. */
export interface TargetProgressMessage {
  type: 'targetProgress';
  target: Target;
  /** How many numbers of colors were tried, and what came of the last one. */
  tried: number;
  last?: TargetProbe;
}

/** The search is over. If a number of colors was found, the options have it. */
export interface TargetEndedMessage {
  type: 'targetEnded';
  target: Target;
  outcome: TargetOutcome | { kind: 'cancelled' } | { kind: 'failed'; sentence: string };
}

/** The worker has decoded the source. */
export interface DecodedMessage {
  type: 'decoded';
  width: number;
  height: number;
  /** `PNG`, `JPEG` or `APNG`, by content. */
  format: string;
  /** Number of different colors, or `null` when there are more than were counted. */
  colorCount: number | null;
  hasAlpha: boolean;
  /** Whether colors were converted to sRGB from what the file says they are. */
  isConverted: boolean;
  /** Sentences about the file: what may make its picture look other than it was meant. */
  notices: string[];
}

/** A quick palette for the moving slider. */
export interface PaletteMessage {
  type: 'palette';
  options: ReduceOptions;
  palette: PaletteMessagePart;
  /** Estimated size of the encoded file in bytes (shown with ≈). */
  estimatedByteLength: number;
  /** The image has no more colors than asked for: these are exactly its colors. */
  isLossless: boolean;
}

/** At rest: the very bytes that Save writes. */
export interface ResultMessage {
  type: 'result';
  options: ReduceOptions;
  palette: PaletteMessagePart;
  png: ArrayBuffer;
  /** `running`: a smaller file with the same pixels is looked for, and comes as another result. */
  optimization: 'off' | 'running' | 'done';
  quality: QualityFigures;
  /** Not there at first: they come as a `details` message. `null` when they could not be had. */
  details?: QualityDetails | null;
  /** Rounds of k-means until nothing moved (or the cap). */
  iterations: number;
  /** By which share of it improving lowered the error after k-means, 0–1. */
  improvement: number;
  isLossless: boolean;
}

/** A quick palette for a k of `compareKs`; `options` are the present ones but for that k. */
export interface ComparedMessage {
  type: 'compared';
  options: ReduceOptions;
  palette: PaletteMessagePart;
  /** Estimated size of the encoded file in bytes. */
  estimatedByteLength: number;
}

/** More figures for the result with these options. */
export interface DetailsMessage {
  type: 'details';
  options: ReduceOptions;
  details: QualityDetails | null;
}

/** Something went wrong with this image. The page shows the sentence, and a Retry button where that can help. */
export interface FailedMessage {
  type: 'failed';
  sentence: string;
  canRetry: boolean;
}

/** A save ended: `name` is the file written; without it nothing was (cancelled or failed). */
export interface SaveEndedMessage {
  type: 'saveEnded';
  name?: string;
}

/** What stands beside the picture: the controls of the reduction, or what shows how it works. */
export const PANELS = ['reduce', 'explore'] as const;
export type Panel = (typeof PANELS)[number];

/** A command asks for this panel. */
export interface ShowPanelMessage {
  type: 'showPanel';
  panel: Panel;
}

/** The answer to `ask`: see `ExploreAnswers` for what each kind of question gets. */
export interface AnswerMessage {
  type: 'answer';
  token: string;
  answer: unknown;
}

/** How far the answer is: see `ExploreProgress`. */
export interface AnswerProgressMessage {
  type: 'answerProgress';
  token: string;
  progress: unknown;
}

/** There is no answer: a sentence says why, or the question was withdrawn. */
export interface NoAnswerMessage {
  type: 'noAnswer';
  token: string;
  sentence?: string;
}

/** To the page that asked only. */
export type ExploreMessage = AnswerMessage | AnswerProgressMessage | NoAnswerMessage;

export type HostMessage =
  | SourceMessage
  | OptionsMessage
  | HistoryMessage
  | DecodedMessage
  | PaletteMessage
  | ResultMessage
  | ComparedMessage
  | DetailsMessage
  | FailedMessage
  | SourceGoneMessage
  | TargetProgressMessage
  | TargetEndedMessage
  | SaveEndedMessage
  | ShowPanelMessage
  | ExploreMessage;

const MOST_VIEW_CHARACTERS = 4096;
/** How a page shows its picture: a small object that only the page understands, and checks when it gets it back. */
export const viewSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((view) => charactersOf(view) <= MOST_VIEW_CHARACTERS, 'The view is too large to be kept.'),
);

function charactersOf(view: object): number {
  try {
    return JSON.stringify(view).length;
  } catch {
    return Infinity; // what JSON has no word for can't be kept at any length
  }
}
export type StoredView = v.InferOutput<typeof viewSchema>;

/** The page (re)started and wants the current state. */
const readySchema = v.object({ type: v.literal('ready') });
/** The person moved a control. While `isMoving` only a quick palette is wanted. */
const changeOptionsSchema = v.object({
  type: v.literal('changeOptions'),
  options: reduceOptionsSchema,
  isMoving: v.boolean(),
});
/** Quick palettes for several k are wanted, with the present options: each is answered with `compared` when there is time. */
const compareKsSchema = v.object({
  type: v.literal('compareKs'),
  ks: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(K_MIN), v.maxValue(K_MAX))),
    v.minLength(1),
    v.maxLength(4),
  ),
});
const saveSchema = v.object({ type: v.literal('save') });
const saveAsSchema = v.object({ type: v.literal('saveAs') });
const retrySchema = v.object({ type: v.literal('retry') });
const undoSchema = v.object({ type: v.literal('undo') });
const redoSchema = v.object({ type: v.literal('redo') });
/** Looks for the number of colors that meets the target, with the other options as they are. */
const startTargetSchema = v.object({ type: v.literal('startTarget'), target: targetSchema });
const cancelTargetSchema = v.object({ type: v.literal('cancelTarget') });
/** To be given back when the image is opened again. */
const keepViewSchema = v.object({ type: v.literal('keepView'), view: viewSchema });
/** The picture is shown at this many per cent of its size (for the status bar). */
const zoomedSchema = v.object({
  type: v.literal('zoomed'),
  percent: v.pipe(v.number(), v.minValue(0.01), v.maxValue(1e6)),
});
/** Puts one color on the clipboard, as `#rrggbb` or `#rrggbbaa`. */
const copyColorSchema = v.object({
  type: v.literal('copyColor'),
  hex: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}([0-9a-f]{2})?$/)),
});

/** A format is to be chosen, for a file with the palette. */
const exportPaletteSchema = v.object({ type: v.literal('exportPalette') });
/** A palette is to be brought along: from a file that is asked for. */
const usePaletteSchema = v.object({ type: v.literal('usePalette') });
/** The most bytes of a file that is dropped onto the page; larger ones are told of without them. */
export const MAX_DROPPED_BYTES = 1 << 20;
const droppedName = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
/** A file was dropped onto the page. */
const dropFileSchema = v.object({
  type: v.literal('dropFile'),
  name: droppedName,
  bytes: v.pipe(
    v.instance(ArrayBuffer),
    v.check(({ byteLength }) => byteLength <= MAX_DROPPED_BYTES, 'The file is too large to be dropped.'),
  ),
});
/** A file of the workbench was dropped onto the page. */
const dropResourceSchema = v.object({
  type: v.literal('dropResource'),
  uri: v.pipe(v.string(), v.minLength(1), v.maxLength(8192)),
});
/** What was dropped is no file, or more than `MAX_DROPPED_BYTES`. */
const refuseDropSchema = v.object({
  type: v.literal('refuseDrop'),
  file: v.optional(
    v.object({ name: droppedName, byteLength: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  ),
});

/** Names a question among those of its page. */
const questionToken = v.pipe(v.string(), v.regex(/^\w{1,32}$/));
/** A question of the Explore panel. */
const askSchema = v.object({
  type: v.literal('ask'),
  token: questionToken,
  question: exploreQuestionSchema,
});
const withdrawSchema = v.object({ type: v.literal('withdraw'), token: questionToken });
/** A file of the Explore panel is to be saved. */
const exportExploredSchema = v.object({ type: v.literal('exportExplored'), question: exploreExportSchema });

const pageMessageSchema = v.variant('type', [
  readySchema,
  changeOptionsSchema,
  compareKsSchema,
  saveSchema,
  saveAsSchema,
  retrySchema,
  undoSchema,
  redoSchema,
  startTargetSchema,
  cancelTargetSchema,
  keepViewSchema,
  zoomedSchema,
  copyColorSchema,
  exportPaletteSchema,
  usePaletteSchema,
  dropFileSchema,
  dropResourceSchema,
  refuseDropSchema,
  askSchema,
  withdrawSchema,
  exportExploredSchema,
]);

export type PageMessage = v.InferOutput<typeof pageMessageSchema>;

/** The checked message, or `undefined` when the page sent something that is not one. */
export function parsePageMessage(message: unknown): PageMessage | undefined {
  const result = v.safeParse(pageMessageSchema, message);
  return result.success ? result.output : undefined;
}
