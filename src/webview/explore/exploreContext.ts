import type { ReduceOptions } from '../../engine/options';
import type { PaletteMessagePart, QualityDetails, QualityFigures } from '../../shared/messages';
import { highlightedColor, type PageState, type Phase } from '../state';
import type { ExploreClient } from './exploreClient';

/** What the views of the Explore panel know of the picture. */
export interface ExploreContext {
  /** Asks of the picture; see `ExploreClient`. */
  client: ExploreClient;
  /** Stands for one reading of the file: another one, and everything is to be asked anew. */
  pictureId: string;
  /** Size of the source file in bytes. */
  sourceBytes: number;
  decoded: NonNullable<PageState['decoded']>;
  /** What is asked for, and whether a slider moves just now. */
  options: ReduceOptions;
  isMoving: boolean;
  /** The reduced picture is the one at rest for `options`. */
  isAtRest: boolean;
  palette: PaletteMessagePart | undefined;
  /** Size of the reduced file in bytes, once it is at rest. */
  reducedBytes: number | undefined;
  quality: QualityFigures | undefined;
  details: QualityDetails | null | undefined;
  /** The palette color that is pointed at or kept, by its index. */
  highlighted: number | undefined;
  /** The palettes (RGBA) that the centroids of the convergence player went through, first to last. */
  trail: readonly Uint8Array[] | undefined;
}

/** `undefined` until the picture is decoded. */
export function exploreContext(
  page: PageState,
  phase: Phase,
  client: ExploreClient,
  trail: ExploreContext['trail'],
): ExploreContext | undefined {
  const { source, decoded, options, isMoving, reduced, quality, details } = page;
  if (!source || !decoded) return undefined;
  return {
    client,
    pictureId: source.url,
    sourceBytes: source.byteLength,
    decoded,
    options,
    isMoving,
    isAtRest: phase === 'rest',
    palette: reduced?.palette,
    reducedBytes: reduced?.kind === 'exact' ? reduced.byteLength : undefined,
    quality,
    details,
    highlighted: highlightedColor(page),
    trail,
  };
}
