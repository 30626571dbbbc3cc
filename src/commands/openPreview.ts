/** “Open Source in Image Preview”: the way back to VS Code's own view of the file. */
import * as vscode from 'vscode';
import type { TesseraEditorProvider } from '../editor/provider';

export async function openPreview({ activeDocument }: TesseraEditorProvider): Promise<void> {
  if (!activeDocument) return;
  await vscode.commands.executeCommand('vscode.openWith', activeDocument.uri, 'imagePreview.previewEditor');
}
