/**
 * The changes of one image's options, to be undone and redone. A step is a change at rest; the moves of a drag are
 * part of the rest they end in. Changes of the same setting that follow each other quickly (keys held down on a
 * slider) are one step, except for lists such as the locked colors, where each change is a decision of its own.
 */
import type { ReduceOptions } from '../engine/options';

/** Quick enough to be one step with the change before, in ms. */
const ONE_STEP_MS = 1000;
/** Steps that are kept; the oldest go first. */
export const MOST_STEPS = 100;

/** What can be stored: the states before and after the present one, those next to it last. */
export interface HistoryState {
  past: ReduceOptions[];
  present: ReduceOptions;
  future: ReduceOptions[];
}

/** The last change, as far as the next one may join it. */
interface LastChange {
  keys: string;
  at: number;
}

export class OptionsHistory {
  private past: ReduceOptions[];
  private future: ReduceOptions[];
  private current: ReduceOptions;
  private last: LastChange | undefined;

  constructor(
    start: HistoryState,
    private readonly now: () => number = Date.now,
  ) {
    this.past = start.past.slice(-MOST_STEPS);
    this.future = start.future.slice(-MOST_STEPS);
    this.current = start.present;
  }

  /** A history that starts with these options. */
  static of(options: ReduceOptions, now?: () => number): OptionsHistory {
    return new OptionsHistory({ past: [], present: options, future: [] }, now);
  }

  get present(): ReduceOptions {
    return this.current;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** The options now rest at these. `isOwnStep`: whatever came before, this is a step of its own. */
  change(options: ReduceOptions, isOwnStep = false): void {
    const keys = changedKeys(this.current, options);
    if (keys.length === 0) return;
    const change = { keys: keys.join(), at: this.now() };
    const joins = !isOwnStep && this.last !== undefined && isOneStep(this.last, change);
    if (!joins) this.past = [...this.past, this.current].slice(-MOST_STEPS);
    this.current = options;
    this.future = [];
    const before = this.past.at(-1);
    if (joins && before && changedKeys(before, options).length === 0) {
      this.past.pop(); // there and back again: nothing to undo
      this.last = undefined;
    } else {
      this.last = isOwnStep || keys.some((key) => Array.isArray(options[key])) ? undefined : change;
    }
  }

  /** The options to go back to, or `undefined` when there are none. */
  undo(): ReduceOptions | undefined {
    const before = this.past.pop();
    if (!before) return undefined;
    this.future.push(this.current);
    return this.moveTo(before);
  }

  /** The options to go forward to, or `undefined` when there are none. */
  redo(): ReduceOptions | undefined {
    const after = this.future.pop();
    if (!after) return undefined;
    this.past.push(this.current);
    return this.moveTo(after);
  }

  state(): HistoryState {
    return { past: [...this.past], present: this.current, future: [...this.future] };
  }

  private moveTo(options: ReduceOptions): ReduceOptions {
    this.current = options;
    this.last = undefined;
    return options;
  }
}

function isOneStep(last: LastChange, change: LastChange): boolean {
  return last.keys === change.keys && change.at - last.at <= ONE_STEP_MS;
}

/** The settings in which two sets of options differ. */
export function changedKeys(a: ReduceOptions, b: ReduceOptions): (keyof ReduceOptions)[] {
  // The keys of options are those of their type; both have all of them.
  const keys = Object.keys({ ...a, ...b }) as (keyof ReduceOptions)[];
  return keys.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
}
