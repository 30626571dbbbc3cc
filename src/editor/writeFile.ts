/** Writing a file so that its name never stands for half of it. */
import * as vscode from 'vscode';
import { isOnDisk, replaceOnDisk } from './replaceOnDisk.node';
import { nameOf } from './saveTarget';
import { whyNotWritten } from './whyNotWritten';
import { UserError } from '../shared/userError';

/** `exists`: the target was there and was left as it is. */
export type WriteOutcome = 'written' | 'exists';

/**
 * Writes under a temporary name in the same folder and renames, which either happens or does not. Without
 * `mayReplace` an existing target is left alone, also one that appears meanwhile. Rejects with a `UserError` when it
 * can't be written; then nothing of it is left behind, and what was to be replaced is there as before.
 */
export async function writeNewFile(
  fs: vscode.FileSystem,
  target: vscode.Uri,
  bytes: Uint8Array,
  mayReplace: boolean,
): Promise<WriteOutcome> {
  const temporary = temporaryBeside(target);
  try {
    await fs.writeFile(temporary, bytes);
    await renameTo(fs, temporary, target, mayReplace);
    return 'written';
  } catch (error) {
    await removeIfThere(fs, temporary);
    if (isExists(error) && !mayReplace) return 'exists';
    throw whyNotWritten(nameOf(target), error);
  }
}

/**
 * VS Code replaces by deleting the target first, and would leave neither file when the renaming then fails. A link is
 * replaced, not what it leads to.
 */
async function renameTo(
  fs: vscode.FileSystem,
  from: vscode.Uri,
  target: vscode.Uri,
  mayReplace: boolean,
): Promise<void> {
  try {
    return await fs.rename(from, target, { overwrite: false });
  } catch (error) {
    if (!mayReplace || !isExists(error)) throw error;
  }
  await refuseFolder(fs, target);
  if (isOnDisk(target)) return replaceOnDisk(from, target);
  const aside = temporaryBeside(target);
  await fs.rename(target, aside, { overwrite: false });
  try {
    await fs.rename(from, target, { overwrite: false });
  } catch (error) {
    await fs.rename(aside, target, { overwrite: false });
    throw error;
  }
  await removeIfThere(fs, aside);
}

async function refuseFolder(fs: vscode.FileSystem, uri: vscode.Uri): Promise<void> {
  const { type } = await fs.stat(uri);
  if (type & vscode.FileType.Directory) {
    throw new UserError(vscode.l10n.t('“{0}” is a folder. Save under another name.', nameOf(uri)));
  }
}

/** A name of its own, as the target's with something behind it could be too long. */
function temporaryBeside(target: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(target, '..', `.tessera-${crypto.randomUUID().slice(0, 8)}.tmp`);
}

function isExists(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileExists';
}

async function removeIfThere(fs: vscode.FileSystem, uri: vscode.Uri): Promise<void> {
  try {
    await fs.delete(uri);
  } catch {
    // It was never created, or the disk refuses everything; the first error says what is wrong.
  }
}
