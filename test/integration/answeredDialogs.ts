/**
 * Stands in for the person who answers: VS Code shows no modal dialog to tests. What is asked and said is kept.
 */
import * as vscode from 'vscode';

type Show = 'showWarningMessage' | 'showErrorMessage' | 'showInformationMessage' | 'showSaveDialog';

export class AnsweredDialogs {
  /** Sentences of questions that were modal. */
  readonly questions: string[] = [];
  readonly errors: string[] = [];
  /** Answers a save dialog, given the file it proposes; without it the dialog is left. */
  saveAs: (proposed: vscode.Uri) => vscode.Uri | undefined = () => undefined;
  private readonly originals = new Map<Show, unknown>();

  /** @param answer Chooses among the buttons of a modal question; `undefined` is Cancel. */
  constructor(answer: (buttons: string[]) => string | undefined = () => undefined) {
    this.replace('showWarningMessage', (sentence: string, ...rest: unknown[]) => {
      this.questions.push(sentence);
      return Promise.resolve(answer(rest.filter((item) => typeof item === 'string')));
    });
    this.replace('showErrorMessage', (sentence: string) => {
      this.errors.push(sentence);
      return Promise.resolve(undefined);
    });
    this.replace('showInformationMessage', () => Promise.resolve(undefined));
    this.replace('showSaveDialog', ({ defaultUri }: vscode.SaveDialogOptions) =>
      Promise.resolve(defaultUri && this.saveAs(defaultUri)),
    );
  }

  restore(): void {
    for (const [name, value] of this.originals) {
      Object.defineProperty(vscode.window, name, { value, configurable: true, writable: true });
    }
  }

  private replace(name: Show, value: unknown): void {
    this.originals.set(name, vscode.window[name]);
    Object.defineProperty(vscode.window, name, { value, configurable: true, writable: true });
  }
}
