/**
 * Everything the page knows, and the one function that changes it. Pure: what the host said and what the person did
 * go in, the next state comes out.
 */
import { DEFAULT_OPTIONS, sameReduction, type ReduceOptions } from '../engine/options';
import type {
  ComparedMessage,
  DecodedMessage,
  ExploreMessage,
  HistoryMessage,
  HostMessage,
  OptionsMessage,
  PaletteMessage,
  PaletteMessagePart,
  Panel,
  QualityDetails,
  QualityFigures,
  ResultMessage,
  SourceMessage,
  TargetEndedMessage,
  TargetProgressMessage,
} from '../shared/messages';
import { comparedKs, withK } from './picture/comparedKs';
import type { Zoom } from './picture/placement';
import { colorHex } from './colorText';
import { followColor } from './palette/followColor';
import type { PaletteOrder } from '../shared/paletteOrder';
import type { ExploreViewId } from './explore/exploreViewIds';
import type { Background, PageMemory, ViewMode } from './viewMemory';

/** The reduced picture that is shown, with the options it was made with. */
export type Reduced =
  | {
      kind: 'quick';
      options: ReduceOptions;
      palette: PaletteMessagePart;
      byteLength: number;
      isLossless: boolean;
    }
  | {
      kind: 'exact';
      options: ReduceOptions;
      palette: PaletteMessagePart;
      byteLength: number;
      isLossless: boolean;
      png: ArrayBuffer;
      /** A smaller file with the same pixels is looked for. */
      isOptimizing: boolean;
      /** By which share of it refining lowered the error, 0–1. */
      improvement: number;
    };

export interface PageState extends PageMemory {
  source: Omit<SourceMessage, 'type' | 'options' | 'view'> | undefined;
  /** The file is gone from the disk: what is to be said about it. */
  gone: string | undefined;
  /** The original in the page itself; `unavailable` where the browser cannot decode it. */
  original: 'loading' | 'shown' | 'unavailable';
  decoded: Omit<DecodedMessage, 'type'> | undefined;
  options: ReduceOptions;
  isMoving: boolean;
  history: Omit<HistoryMessage, 'type'>;
  /** The search for a number of colors that runs, or ended last. */
  target: TargetProgressMessage | TargetEndedMessage | undefined;
  reduced: Reduced | undefined;
  /** Of the latest exact picture; older than `reduced` while the slider moves. */
  quality: QualityFigures | undefined;
  /** Of the same picture, the figures that take longer: not there yet, or `null` when they could not be had. */
  details: QualityDetails | null | undefined;
  failure: { sentence: string; canRetry: boolean } | undefined;
  /** The palette color that is pointed at, and the one whose highlight was kept by a click: indices. */
  pointedColor: number | undefined;
  keptColor: number | undefined;
  /** The numbers of colors in the four-up view, while that is shown, and what came of them so far. */
  comparedKs: readonly number[];
  compared: ReadonlyMap<number, ComparedMessage>;
  /** The eyedropper is up: a click on the picture takes its color. */
  isPicking: boolean;
  isSaving: boolean;
  /** The file written last, until something else is asked for. */
  savedName: string | undefined;
}

export type PageAction =
  | { type: 'changedOptions'; options: ReduceOptions; isMoving: boolean }
  | { type: 'showedOriginal' }
  | { type: 'missedOriginal' }
  | { type: 'changedView'; view: ViewMode }
  | { type: 'movedDivider'; divider: number }
  | { type: 'changedBackground'; background: Background }
  | { type: 'zoomed'; zoom: Zoom }
  | { type: 'sortedPalette'; order: PaletteOrder }
  | { type: 'changedPanel'; panel: Panel }
  | { type: 'changedExploreView'; exploreView: ExploreViewId }
  | { type: 'recalledView'; memory: PageMemory }
  | { type: 'highlighted'; index: number | undefined; isKept: boolean }
  | { type: 'pickedUp'; isPicking: boolean }
  | { type: 'askedSave' }
  | { type: 'askedRetry' };

export function initialState(memory: PageMemory): PageState {
  return {
    ...memory,
    source: undefined,
    gone: undefined,
    original: 'loading',
    decoded: undefined,
    options: { ...DEFAULT_OPTIONS },
    isMoving: false,
    history: { canUndo: false, canRedo: false },
    target: undefined,
    reduced: undefined,
    quality: undefined,
    details: undefined,
    failure: undefined,
    pointedColor: undefined,
    keptColor: undefined,
    comparedKs: [],
    compared: new Map(),
    isPicking: false,
    isSaving: false,
    savedName: undefined,
  };
}

/** What the host says of the picture; answers to questions go to who asked. */
export type PictureMessage = Exclude<HostMessage, ExploreMessage>;

export function reduceState(state: PageState, event: PictureMessage | PageAction): PageState {
  switch (event.type) {
    case 'source':
      return withSource(state, event);
    case 'options':
      return withOptions(state, event);
    case 'history':
      return { ...state, history: { canUndo: event.canUndo, canRedo: event.canRedo } };
    case 'sourceGone':
      return { ...state, gone: event.sentence };
    case 'targetProgress':
    case 'targetEnded':
      return { ...state, target: event };
    case 'decoded': {
      const { type: _, ...decoded } = event;
      return withComparedKs({ ...state, decoded, failure: undefined });
    }
    case 'palette':
      return withPalette(state, event);
    case 'result':
      return withResult(state, event);
    case 'compared':
      return withCompared(state, event);
    case 'details':
      return sameReduction(event.options, state.options) ? { ...state, details: event.details } : state;
    case 'failed':
      return {
        ...state,
        failure: { sentence: event.sentence, canRetry: event.canRetry },
        isMoving: false,
        isSaving: false,
      };
    case 'saveEnded':
      return { ...state, isSaving: false, savedName: event.name };
    case 'changedOptions':
      return withOptions(state, event);
    case 'recalledView':
      return withComparedKs({ ...state, ...event.memory });
    case 'showedOriginal':
      return { ...state, original: 'shown' };
    case 'missedOriginal':
      return { ...state, original: 'unavailable' };
    case 'changedView':
      return withComparedKs({ ...state, view: event.view });
    case 'movedDivider':
      return { ...state, divider: Math.min(100, Math.max(0, event.divider)) };
    case 'changedBackground':
      return { ...state, background: event.background };
    case 'zoomed':
      return { ...state, zoom: event.zoom };
    case 'changedPanel':
    case 'showPanel':
      return { ...state, panel: event.panel };
    case 'changedExploreView':
      return { ...state, exploreView: event.exploreView };
    case 'sortedPalette':
      return { ...state, paletteOrder: event.order };
    case 'highlighted':
      return withHighlight(state, event.index, event.isKept);
    case 'pickedUp':
      return { ...state, isPicking: event.isPicking };
    case 'askedSave':
      return { ...state, isSaving: true, savedName: undefined };
    case 'askedRetry':
      return { ...state, failure: undefined };
    default:
      return neverHappens(event);
  }
}

/**
 * Whoever changed them: what was said of the earlier options no longer holds. While the slider moves the numbers of the
 * four-up view stay: a pane that follows it would show nothing new.
 */
function withOptions(
  state: PageState,
  { options, isMoving }: Pick<OptionsMessage, 'options' | 'isMoving'>,
): PageState {
  const next = { ...state, options, isMoving, savedName: undefined, target: undefined };
  return isMoving || state.view !== 'fourUp'
    ? next
    : { ...next, comparedKs: withK(state.comparedKs, options.k) };
}

/** A click on the color that is kept lets it go. */
function withHighlight(state: PageState, index: number | undefined, isKept: boolean): PageState {
  if (!isKept) return { ...state, pointedColor: index };
  return { ...state, keptColor: state.keptColor === index ? undefined : index };
}

/** Chosen anew with each visit of the four-up view, so that its panes don't change while it is used. */
function withComparedKs(state: PageState): PageState {
  const { view, options, decoded } = state;
  if (view !== 'fourUp' || !decoded) return { ...state, comparedKs: [] };
  return { ...state, comparedKs: comparedKs(options.k, decoded.colorCount, options.locked.length) };
}

/** Answers for other options than the present ones are outdated, but for k, in which they are meant to differ. */
function withCompared(state: PageState, event: ComparedMessage): PageState {
  const { k } = event.options;
  if (!sameReduction(event.options, { ...state.options, k })) return state;
  return { ...state, compared: new Map(state.compared).set(k, event) };
}

/** The palette color whose pixels are shown among dimmed ones, if the palette has it. */
export function highlightedColor({ pointedColor, keptColor, reduced }: PageState): number | undefined {
  const index = pointedColor ?? keptColor;
  return index !== undefined && reduced && index < colorCountOf(reduced.palette) ? index : undefined;
}

/** The color that was clicked to see its pixels alone, as it is written. */
export function keptColorHex({ keptColor, reduced }: PageState): string | undefined {
  if (keptColor === undefined || !reduced || keptColor >= colorCountOf(reduced.palette)) return undefined;
  return colorHex(reduced.palette.rgba, keptColor);
}

/** The host's options win: it answers `ready`, or undid a change. A new address means that the file has changed. */
function withSource(state: PageState, event: SourceMessage): PageState {
  const { name, url, byteLength, options } = event;
  const next = {
    ...state,
    source: { name, url, byteLength },
    gone: undefined,
    options,
    isMoving: false,
    failure: undefined,
  };
  if (state.source?.url === url) {
    return next;
  }
  return {
    ...next,
    original: 'loading',
    decoded: undefined,
    reduced: undefined,
    quality: undefined,
    compared: new Map(),
    details: undefined,
    target: undefined,
    isSaving: false,
    savedName: undefined,
  };
}

/** While the slider moves a palette a few colors behind is better than none; at rest only the right one counts. */
function withPalette(state: PageState, event: PaletteMessage): PageState {
  const isCurrent = sameReduction(event.options, state.options);
  const isExactShown = state.reduced?.kind === 'exact' && sameReduction(event.options, state.reduced.options);
  if ((!isCurrent && !state.isMoving) || isExactShown) {
    return state;
  }
  const { options, palette, isLossless, estimatedByteLength: byteLength } = event;
  return {
    ...state,
    ...highlightIn(state, palette),
    failure: undefined,
    reduced: { kind: 'quick', options, palette, byteLength, isLossless },
  };
}

function withResult(state: PageState, event: ResultMessage): PageState {
  if (!sameReduction(event.options, state.options)) {
    return state;
  }
  const { options, palette, isLossless, png, quality, improvement } = event;
  const isSamePicture = state.reduced?.kind === 'exact' && sameReduction(state.reduced.options, options);
  return {
    ...state,
    ...highlightIn(state, palette),
    failure: undefined,
    quality,
    details: event.details === undefined && isSamePicture ? state.details : event.details,
    reduced: {
      kind: 'exact',
      options,
      palette,
      isLossless,
      png,
      byteLength: png.byteLength,
      isOptimizing: event.optimization === 'running',
      improvement,
    },
  };
}

/** A highlight follows its color to another place of the new palette, and ends where the color is gone. */
function highlightIn(
  { reduced, pointedColor, keptColor }: PageState,
  { rgba }: PaletteMessagePart,
): Pick<PageState, 'pointedColor' | 'keptColor'> {
  const follow = (color: number | undefined) =>
    color === undefined || !reduced
      ? undefined
      : followColor(reduced.palette.rgba.subarray(4 * color, 4 * color + 4), rgba);
  return { pointedColor: follow(pointedColor), keptColor: follow(keptColor) };
}

/** What the page is waiting for, if anything. */
export type Phase = 'opening' | 'reading' | 'moving' | 'settling' | 'rest' | 'failed';

export function phaseOf(state: PageState): Phase {
  if (state.failure) {
    return 'failed';
  }
  if (!state.source) {
    return 'opening';
  }
  if (!state.reduced) {
    return 'reading';
  }
  if (state.isMoving) {
    return 'moving';
  }
  const isExact = state.reduced.kind === 'exact' && sameReduction(state.reduced.options, state.options);
  return isExact ? 'rest' : 'settling';
}

export function colorCountOf(palette: PaletteMessagePart): number {
  return palette.rgba.length / 4;
}

function neverHappens(event: never): never {
  throw new Error(`The page does not know the message ${JSON.stringify(event)}.`);
}
