/** The extension under test and what its manifest says. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export interface Manifest {
  contributes: {
    commands: { command: string }[];
    keybindings: { command: string }[];
    menus: Record<string, { command: string }[]>;
    customEditors: { viewType: string; priority: string }[];
    configuration: { properties: Record<string, { default: unknown }> };
  };
}

export function tessera(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension<unknown>('tessera.tessera');
  assert.ok(extension, 'the extension is not there');
  return extension;
}

export function manifest(): Manifest {
  // The manifest's shape is fixed by VS Code, which has just read it.
  return tessera().packageJSON as Manifest;
}
