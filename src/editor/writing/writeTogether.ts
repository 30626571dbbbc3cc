/** Writing files that belong together: all of them, or none. */
import type * as vscode from 'vscode';
import { removeLeftovers } from './leftovers';
import { isExists, putBack, refuseFolder, removeIfThere, renameTo } from './renameTo';
import { exists, nameOf } from './saveTarget';
import { asideBeside, temporaryBeside } from './temporaryName';
import { whyNotWritten } from './whyNotWritten';
import { appearedMeanwhile } from './writeFile';

export interface WantedFile {
  uri: vscode.Uri;
  bytes: Uint8Array;
  /** It was there, and it was agreed that it is replaced. */
  mayReplace: boolean;
}

interface Part extends WantedFile {
  temporary: vscode.Uri;
  /** A copy of what is replaced, if there is such a file. */
  older: vscode.Uri | undefined;
}

/**
 * Takes room for all of them under temporary names first; what can fail after that is a renaming, which is undone.
 * Rejects with a `UserError`; then everything is as it was.
 */
export async function writeTogether(fs: vscode.FileSystem, files: readonly WantedFile[]): Promise<void> {
  const parts = files.map((file): Part => {
    return { ...file, temporary: temporaryBeside(file.uri), older: undefined };
  });
  const renamed: Part[] = [];
  let current: Part | undefined;
  try {
    for (const part of parts) {
      current = part;
      await fs.writeFile(part.temporary, part.bytes);
      if (part !== parts.at(-1)) await copyOlder(fs, part); // nothing comes after the last that could fail
    }
    for (const part of parts) {
      current = part;
      await renameTo(fs, part.temporary, part.uri, part.mayReplace);
      renamed.push(part);
    }
  } catch (error) {
    for (const part of renamed) await takeBack(fs, part);
    if (!current) throw error;
    if (isExists(error) && !current.mayReplace) throw appearedMeanwhile(current.uri);
    throw whyNotWritten(nameOf(current.uri), error);
  } finally {
    for (const part of parts) await removeIfThere(fs, part.temporary);
    for (const { older } of parts) if (older) await removeIfThere(fs, older);
  }
  if (current) void removeLeftovers(fs, current.uri); // never rejects, and nobody waits for it
}

async function copyOlder(fs: vscode.FileSystem, part: Part): Promise<void> {
  if (!part.mayReplace || !(await exists(part.uri))) return;
  await refuseFolder(fs, part.uri);
  part.older = asideBeside(part.uri);
  await fs.copy(part.uri, part.older);
}

async function takeBack(fs: vscode.FileSystem, part: Part): Promise<void> {
  const { older, uri } = part;
  if (!older) return removeIfThere(fs, uri);
  part.older = undefined; // where it can't be put back, it stays
  await putBack(fs, older, uri);
}
