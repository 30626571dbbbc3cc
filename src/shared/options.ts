/** Checks of reduction options that come from outside: the page, settings, saved sessions. */
import * as v from 'valibot';
import {
  DITHERS,
  INITS,
  K_MAX,
  K_MIN,
  RUNS_MAX,
  SEED_MAX,
  SPACES,
  type ReduceOptions,
} from '../engine/options';

const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const color = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}([0-9a-f]{2})?$/));

/** Each option's own check. */
export const optionFields = v.object({
  k: v.pipe(v.number(), v.integer(), v.minValue(K_MIN), v.maxValue(K_MAX)),
  space: v.picklist(SPACES),
  init: v.picklist(INITS),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(SEED_MAX)),
  runs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(RUNS_MAX)),
  keepRare: percent,
  locked: v.pipe(v.array(color), v.maxLength(K_MAX), v.readonly()),
  recolored: v.pipe(v.array(v.object({ from: color, to: color })), v.maxLength(K_MAX), v.readonly()),
  dither: v.picklist(DITHERS),
  ditherStrength: percent,
});

export const reduceOptionsSchema = v.pipe(
  optionFields,
  v.check(({ k, locked }) => locked.length <= k, 'More colors are locked than the palette holds.'),
  v.check(
    ({ locked, recolored }) =>
      new Set(recolored.map(({ from }) => from)).size === recolored.length &&
      recolored.every(({ from }) => locked.includes(from)),
    'Each recolored color is a locked one, and recolored once.',
  ),
) satisfies v.GenericSchema<unknown, ReduceOptions>;
