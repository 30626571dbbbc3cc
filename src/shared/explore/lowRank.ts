/** The picture of low rank: what non-negative matrix factorization makes of it. */
import * as v from 'valibot';
import { MOST_COMPONENTS } from '../../engine/explore/lowRank/factorize';

export const componentsSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_COMPONENTS));

export const lowRankQuestionSchema = v.object({
  kind: v.literal('lowRank'),
  /** K; more than the shorter side has pixels count as that many. */
  components: componentsSchema,
});

export interface LowRankAnswer {
  png: Uint8Array<ArrayBuffer>;
  /** Of the picture: the original's, or smaller where that was too large. */
  width: number;
  height: number;
  /** How many there are, which may be fewer than were asked for. */
  components: number;
  iterations: number;
  /** Compared with the original of that size. `psnr` in dB; `null`: no difference at all. */
  psnr: number | null;
  ssim: number;
  meanCiede2000: number;
}

export interface LowRankStep {
  /** How much of the work is done, 0–1. */
  done: number;
  /** The factors are found; figures and file are still to come. */
  isMeasuring?: boolean;
  /** Size of the picture that is worked on now: coarse to fine. */
  width: number;
  height: number;
  /** At this size, from 1. */
  iteration: number;
  /** Mean squared error a channel at this size, 0–255². */
  mse: number;
  /** The picture so far as a PNG file, perhaps smaller; not with every step. */
  preview?: Uint8Array<ArrayBuffer>;
}
