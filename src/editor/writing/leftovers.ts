/** Temporary files that a killed process has left behind, which nobody else would ever remove. */
import * as vscode from 'vscode';
import { isTemporaryName } from './temporaryName';

/** Whatever writes for longer than this was killed, in ms. */
const OLD_MS = 3_600_000;

/**
 * Removes what was left in the folder of a file that was just written. Only plain files, by name and age; the age
 * is measured against the new file's, as the clock of a disk elsewhere may be another than ours. Never rejects.
 */
export async function removeLeftovers(fs: vscode.FileSystem, written: vscode.Uri): Promise<void> {
  try {
    const { mtime: now } = await fs.stat(written);
    const folder = vscode.Uri.joinPath(written, '..');
    const names = (await fs.readDirectory(folder))
      .filter(([name, type]) => type === vscode.FileType.File && isTemporaryName(name))
      .map(([name]) => name);
    for (const name of names) await removeIfOld(fs, vscode.Uri.joinPath(folder, name), now);
  } catch {
    // A folder that can't be listed keeps what is in it; the file that was to be saved is saved.
  }
}

async function removeIfOld(fs: vscode.FileSystem, uri: vscode.Uri, now: number): Promise<void> {
  try {
    const { type, mtime } = await fs.stat(uri);
    if (type === vscode.FileType.File && now - mtime > OLD_MS) await fs.delete(uri);
  } catch {
    // Gone already, or not ours to remove: it disturbs nobody, and the others may go.
  }
}
