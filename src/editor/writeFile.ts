/** Writing a file so that its name never stands for half of it. */
import * as vscode from 'vscode';

/** `exists`: the target was there and was left as it is. */
export type WriteOutcome = 'written' | 'exists';

/**
 * Writes under a temporary name in the same folder and renames, which either happens or does not. Without
 * `mayReplace` an existing target is left alone, also one that appears meanwhile. Rejects when it can't be
 * written; then nothing of it is left behind.
 */
export async function writeNewFile(
  fs: vscode.FileSystem,
  target: vscode.Uri,
  bytes: Uint8Array,
  mayReplace: boolean,
): Promise<WriteOutcome> {
  // A name of its own, as the target's with something behind it could be too long.
  const temporary = vscode.Uri.joinPath(target, '..', `.tessera-${crypto.randomUUID().slice(0, 8)}.tmp`);
  try {
    await fs.writeFile(temporary, bytes);
    await fs.rename(temporary, target, { overwrite: mayReplace });
    return 'written';
  } catch (error) {
    await removeIfThere(fs, temporary);
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') return 'exists';
    throw error;
  }
}

async function removeIfThere(fs: vscode.FileSystem, uri: vscode.Uri): Promise<void> {
  try {
    await fs.delete(uri);
  } catch {
    // It was never created, or the disk refuses everything; the first error says what is wrong.
  }
}
