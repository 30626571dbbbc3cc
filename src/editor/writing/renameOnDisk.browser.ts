/** On the web no file is on a disk. */
import type * as vscode from 'vscode';

export function isOnDisk(_: vscode.Uri): boolean {
  return false;
}

export function takeOnDisk(from: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  return Promise.reject(notHere(from, target));
}

export function replaceOnDisk(from: vscode.Uri, target: vscode.Uri): Promise<void> {
  return Promise.reject(notHere(from, target));
}

function notHere(from: vscode.Uri, target: vscode.Uri): Error {
  return new Error(`Neither ${from.scheme}: nor ${target.scheme}: is on a disk here.`);
}
