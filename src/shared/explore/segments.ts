/** Each palette color's pixels as a segment of the picture. */
import * as v from 'valibot';
import type { Segment } from '../../engine/explore/segments';
import { reduceOptionsSchema } from '../options';

export const segmentsQuestionSchema = v.object({
  kind: v.literal('segments'),
  /** Of the picture at rest. */
  options: reduceOptionsSchema,
});

export interface SegmentsAnswer {
  /** The palette of the picture, RGBA. */
  palette: Uint8Array;
  /** In its order. */
  segments: Segment[];
}
