/** Checks of reduction options that come from outside: the page, settings, saved sessions. */
import * as v from 'valibot';
import { INITS, K_MAX, K_MIN, SEED_MAX, SPACES, type ReduceOptions } from '../engine/options';

export const reduceOptionsSchema = v.object({
  k: v.pipe(v.number(), v.integer(), v.minValue(K_MIN), v.maxValue(K_MAX)),
  space: v.picklist(SPACES),
  init: v.picklist(INITS),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(SEED_MAX)),
}) satisfies v.GenericSchema<unknown, ReduceOptions>;
