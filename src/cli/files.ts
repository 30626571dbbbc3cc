/** Reading and writing as all commands do it: no file is replaced unasked, and what goes wrong ends as a sentence. */
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { formatBytes } from '../shared/formatBytes';
import { renameUnlessTaken } from '../shared/renameUnlessTaken.node';
import { UserError } from '../shared/userError';

/** @param maxBytes Larger files are refused before they are read. */
export async function readInput(path: string, maxBytes = Infinity): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new UserError(`“${path}” has ${formatBytes(size)}, too much to be read.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`“${path}” can't be read: ${reasonOf(error)}.`, { cause: error });
  }
}

/** @param reason A clause about `output`: “is a source, which is never overwritten”. */
export async function refuseToReplace(
  output: string,
  files: readonly string[],
  reason: string,
): Promise<void> {
  for (const file of files) {
    if (await isSameFile(file, output)) {
      throw new UserError(`“${output}” ${reason}; choose another name or folder.`);
    }
  }
}

/**
 * Says before anything is computed for `output` what `writeOutput` would say after it: that something is there, or can't
 * be. What comes to be there meanwhile, that one still refuses.
 */
export async function refuseOccupied(output: string, mayReplace: boolean): Promise<void> {
  try {
    // A link itself would be replaced, not what it leads to.
    const there = await lstat(output);
    if (there.isDirectory()) throw new UserError(`“${output}” can't be written: ${REASONS.EISDIR}.`);
    if (!mayReplace) throw new UserError(existsAlready(output));
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (codeOf(error) !== 'ENOENT') throw notWritten(output, error);
  }
}

/** Under a temporary name, then renamed. */
export async function writeOutput(
  output: string,
  content: string | Uint8Array,
  mayReplace: boolean,
): Promise<void> {
  const temporary = join(dirname(output), `.tessera-${randomUUID().slice(0, 8)}.tmp`);
  try {
    await mkdir(dirname(output), { recursive: true });
    await writeFile(temporary, content, { flag: 'wx' });
    if (mayReplace) await rename(temporary, output);
    else if (!(await renameUnlessTaken(temporary, output))) throw new UserError(existsAlready(output));
  } catch (error) {
    throw error instanceof UserError ? error : notWritten(output, error);
  } finally {
    // Where even this fails the file was never begun, and why is being said already.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function existsAlready(output: string): string {
  return `“${output}” exists already; use --force to replace it.`;
}

function notWritten(output: string, error: unknown): UserError {
  return new UserError(`“${output}” can't be written: ${reasonOf(error)}.`, { cause: error });
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  if (resolve(a) === resolve(b)) return true;
  try {
    const [one, other] = await Promise.all([stat(a, { bigint: true }), stat(b, { bigint: true })]);
    return one.ino === other.ino && one.dev === other.dev;
  } catch {
    return false; // one of them is not there; or can't be looked at, and then not written either, which says why
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'its name is too long',
};

function reasonOf(error: unknown): string {
  return REASONS[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
}
