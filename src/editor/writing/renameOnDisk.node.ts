/** Renaming files on a disk in one step, to a free name or over another file; VS Code's file system offers neither. */
import { rename } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { renameUnlessTaken } from '../../shared/renameUnlessTaken.node';

/** Whether the file lies on a disk that this process can reach. */
export function isOnDisk(uri: vscode.Uri): boolean {
  return uri.scheme === 'file';
}

/** Never replaces anything, however late it appears. @returns Whether the name was free. */
export function takeOnDisk(from: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  return renameUnlessTaken(from.fsPath, target.fsPath);
}

/** After it the target is the new file, before it the old one, and never none, whatever ends this process. */
export function replaceOnDisk(from: vscode.Uri, target: vscode.Uri): Promise<void> {
  return rename(from.fsPath, target.fsPath);
}
