/** How error, quality and file size go with the number of colors. */
import * as v from 'valibot';
import type { MeasuredK } from '../../engine/explore/errorCurve';
import { reduceOptionsSchema } from '../options';

export const curveQuestionSchema = v.object({
  kind: v.literal('curve'),
  /** Of the reduction; what does not bear on the curve (k, runs, recoloring) may be anything. */
  options: reduceOptionsSchema,
});

export interface MeasuredPalette extends MeasuredK {
  /** Of the picture without a dither, dB; `null` when nothing is lost. */
  psnr: number | null;
  /** Estimated size of the PNG before it is optimized. */
  byteLength: number;
}

/** Told first without anything measured, then after each measured palette, and at last as the answer. */
export interface CurveAnswer {
  /** The numbers of colors are `least`, `least + 1`, … */
  least: number;
  /** Share of the error with a single color that the split tree leaves; one for each number of colors. */
  shares: number[];
  /** In ascending order of k. */
  measured: MeasuredPalette[];
  /** How many palettes are measured at the end. */
  toMeasure: number;
}
