/** Replacing a file on a disk in one step, which VS Code's file system does not offer. */
import { rename } from 'node:fs/promises';
import type * as vscode from 'vscode';

/** Whether the file lies on a disk that this process can reach. */
export function isOnDisk(uri: vscode.Uri): boolean {
  return uri.scheme === 'file';
}

/** After it the target is the new file, before it the old one, and never none, whatever ends this process. */
export function replaceOnDisk(from: vscode.Uri, target: vscode.Uri): Promise<void> {
  return rename(from.fsPath, target.fsPath);
}
