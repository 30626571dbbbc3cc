/** “Reduce Palette…”: opens an image in the editor. */
import * as vscode from 'vscode';
import { VIEW_TYPE } from '../editor/provider';

/** From a menu with the image's URI; from the command palette on the active image. */
export async function reducePalette(uri?: vscode.Uri): Promise<void> {
  const image = uri ?? activeUri() ?? (await pickImage());
  if (image) await vscode.commands.executeCommand('vscode.openWith', image, VIEW_TYPE);
}

function activeUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText
    ? input.uri
    : undefined;
}

async function pickImage(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    filters: { [vscode.l10n.t('Images')]: ['png', 'jpg', 'jpeg'] },
    title: vscode.l10n.t('Reduce the Palette of…'),
  });
  return picked?.[0];
}
