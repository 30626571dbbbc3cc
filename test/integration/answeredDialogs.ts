/**
 * Stands in for the person who answers: VS Code shows no modal dialog to tests. What is asked and said is kept.
 */
import * as vscode from 'vscode';

type Show =
  | 'showWarningMessage'
  | 'showErrorMessage'
  | 'showInformationMessage'
  | 'showSaveDialog'
  | 'showOpenDialog'
  | 'showQuickPick'
  | 'createQuickPick'
  | 'withProgress';

export class AnsweredDialogs {
  /** Sentences of questions that were modal. */
  readonly questions: string[] = [];
  readonly errors: string[] = [];
  /** How many lists to choose from were left, after `leaveAll`. */
  lists = 0;
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

  /** From now on every list and every dialog for opening a file is left at once, and progress shows itself to nobody. */
  leaveAll(): void {
    this.replace('showOpenDialog', () => Promise.resolve(undefined));
    this.replace('showQuickPick', () => {
      this.lists++;
      return Promise.resolve(undefined);
    });
    this.replace('createQuickPick', leftQuickPick);
    this.replace('withProgress', (_: vscode.ProgressOptions, work: Work) =>
      work({ report: () => undefined }, new vscode.CancellationTokenSource().token),
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

type Work = Parameters<typeof vscode.window.withProgress<unknown>>[1];

/** A list that is left as soon as it is shown. */
function leftQuickPick() {
  const hidden = new vscode.EventEmitter<void>();
  const none = () => new vscode.Disposable(() => undefined);
  return {
    items: [],
    onDidAccept: none,
    onDidTriggerItemButton: none,
    onDidHide: hidden.event,
    show: () => hidden.fire(),
    hide: () => undefined,
    dispose: () => hidden.dispose(),
  };
}
