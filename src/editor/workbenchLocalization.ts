/** The language of the workbench, as far as Tessera speaks it. */
import * as vscode from 'vscode';
import { ENGLISH, type Localization } from '../shared/localization';

/** Where there is no bundle the texts are English, and so are the numbers in them and what the page says it is in. */
export function workbenchLocalization(): Localization {
  const { bundle } = vscode.l10n;
  return bundle ? { language: vscode.env.language, bundle } : ENGLISH;
}
