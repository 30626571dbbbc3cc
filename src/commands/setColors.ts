/** “Set Number of Colors…”: asks for it, or takes it from whoever runs the command. */
import * as vscode from 'vscode';
import type { TesseraEditorProvider } from '../editor/provider';
import { K_MAX, leastK, parseK } from '../shared/parseK';

/** @param given From a keybinding's `args` or another extension; the context menu passes an object. */
export async function setColors({ activeDocument }: TesseraEditorProvider, given: unknown): Promise<void> {
  const session = activeDocument?.session;
  if (!session) return;
  const least = leastK(session.options);
  const k = typeof given === 'number' ? parseK(String(given), least) : await ask(session.options.k, least);
  if (k !== undefined) session.chosen.set({ ...session.options, k });
}

async function ask(present: number, least: number): Promise<number | undefined> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Set Number of Colors'),
    prompt: vscode.l10n.t('{0} to {1}; more than 256 are saved as a truecolor PNG.', least, K_MAX),
    value: String(present),
    validateInput: (text) =>
      parseK(text, least) === undefined
        ? vscode.l10n.t('Enter a whole number from {0} to {1}.', least, K_MAX)
        : undefined,
  });
  return answer === undefined ? undefined : parseK(answer, least);
}
