/** In which order segments are listed, and what several of them are together. */
import type { Segment } from '../../../engine/explore/segments';

/** By a figure; `label`: in the order of the palette. */
export const SEGMENT_ORDERS = ['label', 'pixels', 'regions', 'largest'] as const;
export type SegmentOrder = (typeof SEGMENT_ORDERS)[number];

/** Share of a segment's pixels that its largest region has, 0–1. */
export function largestShare({ pixels, largest }: Segment): number {
  return pixels === 0 ? 0 : largest / pixels;
}

/** Another list. Equal ones stay in the order of the palette. */
export function inOrder(segments: readonly Segment[], order: SegmentOrder, isAscending: boolean): Segment[] {
  const figure = (segment: Segment): number => {
    if (order === 'label') return segment.index;
    return order === 'largest' ? largestShare(segment) : segment[order];
  };
  const sign = isAscending ? 1 : -1;
  return [...segments].sort((a, b) => sign * (figure(a) - figure(b)) || a.index - b.index);
}

export interface SegmentSum {
  colors: number;
  pixels: number;
  /** Of the whole picture, 0–1. */
  share: number;
  regions: number;
}

/** What the segments of the `selected` colors are together. Regions of different colors count each for itself. */
export function sumOf(segments: readonly Segment[], selected: ReadonlySet<number>): SegmentSum {
  const chosen = segments.filter(({ index }) => selected.has(index));
  const pixelsOf = (list: readonly Segment[]) => list.reduce((sum, { pixels }) => sum + pixels, 0);
  const pixels = pixelsOf(chosen);
  return {
    colors: chosen.length,
    pixels,
    share: pixels / pixelsOf(segments),
    regions: chosen.reduce((sum, { regions }) => sum + regions, 0),
  };
}
