/** What `when` clauses of the manifest ask about the editor in front. */
import * as vscode from 'vscode';
import type { TesseraEditorProvider } from './provider';

interface ContextKeys {
  /** A text field of the page has the focus: Ctrl+Z and the like are its own. */
  'tessera.isTyping': boolean;
  'tessera.canUndo': boolean;
  'tessera.canRedo': boolean;
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
    set('tessera.isTyping', page?.isTyping ?? false);
    set('tessera.canUndo', page?.document.session.chosen.canUndo ?? false);
    set('tessera.canRedo', page?.document.session.chosen.canRedo ?? false);
  });
}
