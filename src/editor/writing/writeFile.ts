/** Writing a file so that its name never stands for half of it. */
import * as vscode from 'vscode';
import { removeLeftovers } from './leftovers';
import { isExists, removeIfThere, renameTo } from './renameTo';
import { exists, nameOf } from './saveTarget';
import { temporaryBeside } from './temporaryName';
import { whyNotWritten } from './whyNotWritten';
import { UserError } from '../../shared/userError';

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
  } catch (error) {
    await removeIfThere(fs, temporary);
    if (isExists(error) && !mayReplace) return 'exists';
    throw whyNotWritten(nameOf(target), error);
  }
  void removeLeftovers(fs, target); // never rejects, and nobody waits for it
  return 'written';
}

/**
 * Writes where a save dialog was just answered, which asked about the file that is there. Rejects with a `UserError`,
 * also when one appears only now.
 */
export async function writeChosenFile(
  fs: vscode.FileSystem,
  target: vscode.Uri,
  bytes: Uint8Array,
): Promise<void> {
  const outcome = await writeNewFile(fs, target, bytes, await exists(target));
  if (outcome === 'exists') throw appearedMeanwhile(target);
}

export function appearedMeanwhile(uri: vscode.Uri): UserError {
  return new UserError(
    vscode.l10n.t('“{0}” appeared there just now and was left as it is. Nothing was saved.', nameOf(uri)),
  );
}
