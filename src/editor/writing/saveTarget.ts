/** What is asked of a place before a file is written there. */
import * as vscode from 'vscode';
import type { TesseraDocument } from '../document';
import { UserError } from '../../shared/userError';

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** Some file systems do not tell upper from lower case: better to ask once too often. */
export function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString().toLowerCase() === b.toString().toLowerCase();
}

/** @throws UserError when the file that is to be written is the source. */
export function refuseSource({ uri, name }: TesseraDocument, target: vscode.Uri): void {
  if (!isSame(target, uri)) return;
  throw new UserError(
    vscode.l10n.t('“{0}” is the source, which Tessera never changes. Choose another name.', name),
  );
}

export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
