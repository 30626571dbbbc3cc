/** The colors of a picture as points of a color space. */
import * as v from 'valibot';

export const cloudQuestionSchema = v.object({ kind: v.literal('cloud') });

/** `n` colors, 30,000 at most. */
export interface CloudAnswer {
  /** RGBA bytes, 4 · n. */
  colors: Uint8Array;
  /** Of the pixels of each, 0–1, n numbers. */
  shares: Float32Array;
  /** How many colors (or cells of similar ones) they were gathered from. */
  gatheredFrom: number;
}
