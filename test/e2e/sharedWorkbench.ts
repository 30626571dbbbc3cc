/**
 * Workbenches that suites hand on to each other: to open one costs as much as several tests. There is one for each choice
 * of settings, opened by the first suite that wants it and closed after the last. One in which a test failed is closed at
 * once, and the next suite opens another.
 */
import { Workbench, type WorkbenchOptions } from './workbench';

export type SharedOptions = Pick<WorkbenchOptions, 'settings' | 'prepare'>;

interface Shared {
  /** Suites that have yet to use it. */
  users: number;
  workbench?: Workbench;
}

declare global {
  // Every test file is bundled with a copy of this module of its own; what they share is kept here.
  var tesseraSharedWorkbenches: Map<string, Shared> | undefined;
}

function sharedWith({ settings = {} }: SharedOptions): Shared {
  const all = (globalThis.tesseraSharedWorkbenches ??= new Map<string, Shared>());
  const key = JSON.stringify(settings);
  const shared = all.get(key) ?? { users: 0 };
  all.set(key, shared);
  return shared;
}

/** To be called for every suite before the first one runs. */
export function registerUser(options: SharedOptions): void {
  sharedWith(options).users++;
}

/** The workbench, with nothing in it but a copy of `folder`. */
export async function takeOver(folder: string, options: SharedOptions): Promise<Workbench> {
  const shared = sharedWith(options);
  shared.users--;
  const workbench = shared.workbench ?? (await Workbench.open(folder, { settings: options.settings }));
  // Whoever hands it on puts it back.
  shared.workbench = undefined;
  try {
    await workbench.startAfresh(folder, options.prepare);
    return workbench;
  } catch (error) {
    await workbench.close();
    throw error;
  }
}

export async function handOn(
  workbench: Workbench,
  options: SharedOptions,
  hasPassed: boolean,
): Promise<void> {
  const shared = sharedWith(options);
  if (!hasPassed || shared.users === 0) return workbench.close();
  try {
    await workbench.tidyUp();
    shared.workbench = workbench;
  } catch (error) {
    await workbench.close();
    throw error;
  }
}
