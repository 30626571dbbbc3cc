/** Palettes as they would be written, in documents that can be read and copied from and that nothing asks to save. */
import * as vscode from 'vscode';

export const PREVIEW_SCHEME = 'tessera-palette';

const contents = new Map<string, string>();
let count = 0;

export function registerPreviews(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, {
      provideTextDocumentContent: (uri) => contents.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => contents.delete(uri.toString())),
  );
}

/** @param name The file's name, by whose extension VS Code knows the language. */
export async function showPreview(name: string, content: string): Promise<void> {
  const uri = vscode.Uri.from({ scheme: PREVIEW_SCHEME, path: `/${name}`, query: String(++count) });
  contents.set(uri.toString(), content);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}
