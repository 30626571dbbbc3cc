/** “Open a Sample Image”: a copy of the photograph that ships, to try everything on. */
import * as vscode from 'vscode';
import { VIEW_TYPE } from '../editor/provider';

const SAMPLE = 'shutters.jpg';

/**
 * The copy stands in the extension's storage: what is saved beside it is not lost with an update, and the extension's
 * own folder is never written to. A copy that is there already is left as it is.
 */
export async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(context.globalStorageUri, 'samples');
  const copy = vscode.Uri.joinPath(folder, SAMPLE);
  await vscode.workspace.fs.createDirectory(folder);
  try {
    const shipped = vscode.Uri.joinPath(context.extensionUri, 'samples', SAMPLE);
    await vscode.workspace.fs.copy(shipped, copy, { overwrite: false });
  } catch (error) {
    const isThere = error instanceof vscode.FileSystemError && error.code === 'FileExists';
    if (!isThere) throw error;
  }
  await vscode.commands.executeCommand('vscode.openWith', copy, VIEW_TYPE);
}
