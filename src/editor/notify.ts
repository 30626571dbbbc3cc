/** Whatever is said outside the page is said here: names in it are text, and never links or icons. */
import * as vscode from 'vscode';
import { plainText } from '../shared/plainText';

export function showError(sentence: string): void {
  void vscode.window.showErrorMessage(plainText(sentence));
}

/** The button that was pressed, if one was. */
export function showInformation(sentence: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(plainText(sentence), ...buttons.map(plainText));
}

/** A question in a dialog of its own: the button that was pressed; `undefined` is Cancel. */
export async function askInDialog(
  sentence: string,
  detail: string,
  ...buttons: string[]
): Promise<string | undefined> {
  const shown = buttons.map(plainText);
  const options = { modal: true, detail: plainText(detail) };
  const pressed = await vscode.window.showWarningMessage(plainText(sentence), options, ...shown);
  return pressed === undefined ? undefined : buttons[shown.indexOf(pressed)];
}

/** Shows the sentence as long as the work lasts. */
export function showProgress<T>(
  sentence: string,
  work: (progress: vscode.Progress<{ increment: number }>, token: vscode.CancellationToken) => Thenable<T>,
  { cancellable = false } = {},
): Thenable<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title: plainText(sentence), cancellable }, work);
}
