/** What the Explore panel can save as a file: a kind each, computed by the worker as the file's bytes. */
import * as v from 'valibot';
import { reduceOptionsSchema } from '../options';

/** The bookkeeping of storage as CSV. */
const storageTableSchema = v.object({
  kind: v.literal('storageTable'),
  options: reduceOptionsSchema,
  /** Size of the source file in bytes. */
  sourceByteLength: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Of the low-rank picture. */
  components: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
});

export const exploreExportSchema = v.variant('kind', [storageTableSchema]);

export type ExploreExport = v.InferOutput<typeof exploreExportSchema>;

export interface ExportAnswer {
  /** The file. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** How far the making of a file is, 0–1. */
export interface ExportProgress {
  share: number;
}
