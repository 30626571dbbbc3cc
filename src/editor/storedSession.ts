/**
 * What is kept of an image's session when its editor closes: options, the steps that undo and redo take, and how the
 * page showed it. Stored compactly: each step as its differences from the one nearer to the present. What is read is
 * checked, and what does not hold is left out.
 */
import * as v from 'valibot';
import { changedKeys, MOST_STEPS, type HistoryState } from './history';
import type { ReduceOptions } from '../engine/options';
import { viewSchema, type StoredView } from '../shared/messages';
import { reduceOptionsSchema } from '../shared/options';

export interface StoredSession {
  history: HistoryState;
  /** The page's own notes on how it showed the picture; only the page understands them. */
  view?: StoredView;
}

/** Characters that a session may take; the oldest steps are left out to stay within. */
const MOST_CHARACTERS = 1 << 16;

type Step = Record<string, unknown>;

const packedSchema = v.object({
  options: v.unknown(),
  past: v.optional(v.pipe(v.array(v.record(v.string(), v.unknown())), v.maxLength(MOST_STEPS)), []),
  future: v.optional(v.pipe(v.array(v.record(v.string(), v.unknown())), v.maxLength(MOST_STEPS)), []),
  view: v.optional(v.unknown()),
});

/** As JSON; steps nearest to the present come first. */
export interface PackedSession {
  options: ReduceOptions;
  past: Step[];
  future: Step[];
  view?: StoredView;
}

export function packSession({ history, view }: StoredSession): PackedSession {
  const { present, past, future } = history;
  const packed = { options: present, past: packSteps(present, past), future: packSteps(present, future) };
  const session: PackedSession = view ? { ...packed, view } : packed;
  while (JSON.stringify(session).length > MOST_CHARACTERS) {
    const longer = session.past.length >= session.future.length ? session.past : session.future;
    if (longer.pop() === undefined) break; // the options alone; the schema bounds them
  }
  return session;
}

/**
 * @param defaults Options for what is missing, as an older version wrote it, or for all when the stored are not valid.
 * @returns `undefined` when nothing of it can be used.
 */
export function unpackSession(stored: unknown, defaults: ReduceOptions): StoredSession | undefined {
  const packed = v.safeParse(packedSchema, stored);
  if (!packed.success) return undefined;
  const { options, past, future, view } = packed.output;
  const present = checkOptions({ ...defaults, ...asObject(options) });
  const checkedView = v.safeParse(viewSchema, view);
  const history = present
    ? { present, past: unpackSteps(present, past), future: unpackSteps(present, future) }
    : { present: defaults, past: [], future: [] };
  return { history, ...(checkedView.success ? { view: checkedView.output } : {}) };
}

function packSteps(present: ReduceOptions, steps: readonly ReduceOptions[]): Step[] {
  let nearer = present;
  return [...steps].reverse().map((step) => {
    const difference = Object.fromEntries(changedKeys(nearer, step).map((key) => [key, step[key]]));
    nearer = step;
    return difference;
  });
}

/** Up to the first step that is not valid: those behind it build on it. */
function unpackSteps(present: ReduceOptions, steps: readonly Step[]): ReduceOptions[] {
  const unpacked: ReduceOptions[] = [];
  let nearer = present;
  for (const step of steps) {
    const options = checkOptions({ ...nearer, ...step });
    if (!options) break;
    unpacked.push(options);
    nearer = options;
  }
  return unpacked.reverse();
}

function checkOptions(options: unknown): ReduceOptions | undefined {
  const checked = v.safeParse(reduceOptionsSchema, options);
  return checked.success ? checked.output : undefined;
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
