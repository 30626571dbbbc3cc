/** Giving a finished file on a disk its name without ever replacing what has it. */
import { link, lstat, rename, unlink } from 'node:fs/promises';

/**
 * Renames by a second link, which fails where the name is taken, whoever took it however late: `rename` would replace
 * that. Where a disk has no links (FAT, some of a network), it looks and renames, which leaves an instant between.
 * Rejects with Node's error when it can't be done.
 *
 * @returns Whether the file has its new name; `false` when something else has it, a folder and a dead link included.
 */
export async function renameUnlessTaken(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (await isTaken(to)) return false;
    await rename(from, to); // what else is wrong, this says better
    return true;
  }
  await unlink(from).catch(() => undefined); // it is named already; leftovers are swept away
  return true;
}

async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
