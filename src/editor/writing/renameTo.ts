/** Giving a file that is written its name, and what had that name back when it comes to nothing. */
import * as vscode from 'vscode';
import { isOnDisk, replaceOnDisk, takeOnDisk } from './renameOnDisk.node';
import { nameOf } from './saveTarget';
import { asideBeside } from './temporaryName';
import { UserError } from '../../shared/userError';

/**
 * Rejects with VS Code's `FileExists` when the target is there and may not be replaced, on a disk also when it appears
 * at the very last moment. A link is replaced, not what it leads to.
 */
export async function renameTo(
  fs: vscode.FileSystem,
  from: vscode.Uri,
  target: vscode.Uri,
  mayReplace: boolean,
): Promise<void> {
  if (isOnDisk(target)) return renameOnDisk(fs, from, target, mayReplace);
  try {
    return await fs.rename(from, target, { overwrite: false });
  } catch (error) {
    if (!mayReplace || !isExists(error)) throw error;
  }
  await refuseFolder(fs, target);
  // VS Code replaces by deleting the target first, and would leave neither file when the renaming then fails.
  const aside = asideBeside(target);
  await fs.rename(target, aside, { overwrite: false });
  try {
    await fs.rename(from, target, { overwrite: false });
  } catch (error) {
    await putBack(fs, aside, target);
    throw error;
  }
  await removeIfThere(fs, aside);
}

async function renameOnDisk(
  fs: vscode.FileSystem,
  from: vscode.Uri,
  target: vscode.Uri,
  mayReplace: boolean,
): Promise<void> {
  if (await takeOnDisk(from, target)) return;
  if (!mayReplace) throw vscode.FileSystemError.FileExists(target);
  await refuseFolder(fs, target);
  await replaceOnDisk(from, target);
}

/** Rejects with a `UserError` that says where the file is when it can't be put back. */
export async function putBack(fs: vscode.FileSystem, aside: vscode.Uri, target: vscode.Uri): Promise<void> {
  try {
    await renameTo(fs, aside, target, true);
  } catch (cause) {
    const sentence = vscode.l10n.t(
      '“{0}” was not saved, and what was there can’t be put back. It is in the same folder, as “{1}”.',
      nameOf(target),
      nameOf(aside),
    );
    throw new UserError(sentence, { cause });
  }
}

export async function refuseFolder(fs: vscode.FileSystem, uri: vscode.Uri): Promise<void> {
  const { type } = await fs.stat(uri);
  if (type & vscode.FileType.Directory) {
    throw new UserError(vscode.l10n.t('“{0}” is a folder. Save under another name.', nameOf(uri)));
  }
}

export function isExists(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileExists';
}

export async function removeIfThere(fs: vscode.FileSystem, uri: vscode.Uri): Promise<void> {
  try {
    await fs.delete(uri);
  } catch {
    // It was never created, or the disk refuses everything; the first error says what is wrong.
  }
}
