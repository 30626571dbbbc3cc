/** What the Explore panel can save as a file: a kind each, computed by the worker as the file's bytes. */
import * as v from 'valibot';
import { K_MAX, K_MAX_INDEXED } from '../../engine/options';
import { reduceOptionsSchema } from '../options';
import { componentsSchema } from './lowRank';
import { runOptionsSchema, runStartSchema } from './plainRun';

/** The bookkeeping of storage as CSV. */
const storageTableSchema = v.object({
  kind: v.literal('storageTable'),
  options: reduceOptionsSchema,
  /** Size of the source file in bytes. */
  sourceByteLength: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Of the low-rank picture. */
  components: componentsSchema,
});

/** The low-rank picture as PNG. */
const lowRankPictureSchema = v.object({ kind: v.literal('lowRankPicture'), components: componentsSchema });

/** Palette colors whose pixels are meant, by their index. */
const selectedSchema = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(K_MAX - 1))),
  v.minLength(1),
  v.maxLength(K_MAX),
);

/** The segments of some colors as a mask: white where they are. */
const segmentMaskSchema = v.object({
  kind: v.literal('segmentMask'),
  options: reduceOptionsSchema,
  selected: selectedSchema,
});

/** The original's pixels in the segments of some colors; transparent elsewhere. */
const segmentCutOutSchema = v.object({
  kind: v.literal('segmentCutOut'),
  options: reduceOptionsSchema,
  selected: selectedSchema,
});

/** Each pixel's place in the palette, as a gray. */
const segmentLabelsSchema = v.object({ kind: v.literal('segmentLabels'), options: reduceOptionsSchema });

/** The figures of all segments as CSV. */
const segmentTableSchema = v.object({ kind: v.literal('segmentTable'), options: reduceOptionsSchema });

/** The longest side of a GIF that a person can ask for, in pixels. */
export const GIF_LONGEST_SIDE = 1200;

/** k-means round by round as an animated GIF. */
const convergenceGifSchema = v.object({
  kind: v.literal('convergenceGif'),
  reduction: v.pipe(
    runOptionsSchema,
    v.check(({ k }) => k <= K_MAX_INDEXED, 'A frame of a GIF has 256 colors at most.'),
  ),
  start: runStartSchema,
  /** Pixels of the longer side; a smaller picture stays as it is. */
  longestSide: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(GIF_LONGEST_SIDE)),
  /** How long a round is seen, in ms; the last one longer. */
  roundMs: v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(10_000)),
});

export const exploreExportSchema = v.variant('kind', [
  convergenceGifSchema,
  storageTableSchema,
  segmentMaskSchema,
  segmentCutOutSchema,
  segmentLabelsSchema,
  segmentTableSchema,
  lowRankPictureSchema,
]);

export type ExploreExport = v.InferOutput<typeof exploreExportSchema>;

export interface ExportAnswer {
  /** The file. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** How far the making of a file is, 0–1. */
export interface ExportProgress {
  share: number;
}
