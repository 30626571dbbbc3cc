/** Opening and closing the editor as other code does it, by VS Code's own commands. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/commands/ids';
import { VIEW_TYPE } from '../../src/editor/provider';

/** Settles when the image's tab is in front. */
export async function openEditor(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', uri, VIEW_TYPE);
  assert.equal(activeInput()?.uri.toString(), uri.toString());
}

/** What the tab in front shows, if it is a custom editor. */
export function activeInput(): vscode.TabInputCustom | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input : undefined;
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Saves the image in front; the name of the file written, if one was. */
export async function save(): Promise<string | undefined> {
  return vscode.commands.executeCommand<string | undefined>(COMMANDS.saveReduced);
}
