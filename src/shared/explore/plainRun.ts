/** What a run of plain k-means is asked with: the part of the options that it depends on, and where it starts. */
import * as v from 'valibot';
import { optionFields } from '../options';

export const runOptionsSchema = v.pipe(
  v.pick(optionFields, ['k', 'space', 'locked']),
  v.check(({ k, locked }) => locked.length <= k, 'More colors are locked than the palette holds.'),
);

export const runStartSchema = v.pick(optionFields, ['init', 'seed']);
