/** On the web no file is on a disk. */
import type * as vscode from 'vscode';

export function isOnDisk(_: vscode.Uri): boolean {
  return false;
}

export function replaceOnDisk(from: vscode.Uri, target: vscode.Uri): Promise<void> {
  return Promise.reject(new Error(`Neither ${from.scheme}: nor ${target.scheme}: is on a disk here.`));
}
