/** The text editor that had the focus last: with an image in front, VS Code itself knows of none. */
import * as vscode from 'vscode';
import { PREVIEW_SCHEME } from './previews';

export class LastTextEditor implements vscode.Disposable {
  private last = vscode.window.activeTextEditor;
  private readonly listening = vscode.window.onDidChangeActiveTextEditor((editor) => {
    if (editor) this.last = editor;
  });

  /** Of those on the screen, the one used last, else any; output and previews don't count. */
  get visible(): vscode.TextEditor | undefined {
    const editors = vscode.window.visibleTextEditors.filter(isForWriting);
    return editors.find((editor) => editor === this.last) ?? editors.at(-1);
  }

  dispose(): void {
    this.listening.dispose();
  }
}

function isForWriting({ document: { uri }, viewColumn }: vscode.TextEditor): boolean {
  return viewColumn !== undefined && uri.scheme !== 'output' && uri.scheme !== PREVIEW_SCHEME;
}
