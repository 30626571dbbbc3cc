/** What `when` clauses of the manifest ask about the editor in front. */
import * as vscode from 'vscode';
import type { TesseraEditorProvider } from './provider';

interface ContextKeys {
  'tessera.canUndo': boolean;
  'tessera.canRedo': boolean;
  /** An image is open, in front or not. */
  'tessera.hasImage': boolean;
}

export function registerContextKeys(provider: TesseraEditorProvider): vscode.Disposable {
  const known: Partial<ContextKeys> = {};
  const set = (key: keyof ContextKeys, value: boolean) => {
    if (known[key] === value) return;
    known[key] = value;
    void vscode.commands.executeCommand('setContext', key, value);
  };
  return provider.onDidChangeActivePage(() => {
    const page = provider.activePage;
    set('tessera.canUndo', page?.document.session.chosen.canUndo ?? false);
    set('tessera.canRedo', page?.document.session.chosen.canRedo ?? false);
    set('tessera.hasImage', provider.activeDocument !== undefined);
  });
}
