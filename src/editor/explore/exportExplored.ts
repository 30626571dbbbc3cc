/** Files of the Explore panel: made by the worker, saved where the person says, never over the source. */
import * as vscode from 'vscode';
import { showInformation, showProgress } from '../notify';
import { Cancelled } from '../../engine/steps';
import { formatBytes } from '../../shared/formatBytes';
import type { ExploreExport } from '../../shared/explore/exports';
import { nextFreeName } from '../../shared/outputName';
import type { TesseraDocument } from '../document';
import { sayFailure } from '../palette/sayFailure';
import { exists, nameOf, refuseSource } from '../writing/saveTarget';
import { writeChosenFile } from '../writing/writeFile';
import { exportFile, type ExportFile } from './exportFiles';

let exportCount = 0;

/** Returns the name of the file written; `undefined` when nothing was (cancelled, or failed and said so). */
export function exportExplored(
  document: TesseraDocument,
  question: ExploreExport,
): Promise<string | undefined> {
  return sayFailure(document.log, async () => {
    const bytes = await makeFile(document, question);
    const file = exportFile(question);
    const target = await askForTarget(document, file);
    if (!target) return undefined;
    refuseSource(document, target);
    await writeChosenFile(vscode.workspace.fs, target, bytes);
    void announce(target, bytes.byteLength);
    return nameOf(target);
  });
}

function makeFile({ session, name }: TesseraDocument, question: ExploreExport): Promise<Uint8Array> {
  let report: (share: number) => void = () => {};
  const asked = session.ask(`export-${++exportCount}`, question, ({ share }) => report(share));
  const sentence = vscode.l10n.t('Making a file from “{0}”…', name);
  return Promise.resolve(
    showProgress(
      sentence,
      async (progress, token) => {
        let told = 0;
        report = (share) => {
          progress.report({ increment: 100 * (share - told) });
          told = share;
        };
        token.onCancellationRequested(() => asked.withdraw());
        const { bytes } = await asked.answer;
        if (token.isCancellationRequested) throw new Cancelled();
        return bytes;
      },
      { cancellable: true },
    ),
  );
}

async function askForTarget(
  document: TesseraDocument,
  { ending, label }: ExportFile,
): Promise<vscode.Uri | undefined> {
  const folder = vscode.Uri.joinPath(document.uri, '..');
  const wanted = document.name.replace(/(?!^)\.[^.]*$/, '') + ending;
  const free = await nextFreeName(wanted, (name) => exists(vscode.Uri.joinPath(folder, name)));
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, free),
    filters: { [label]: [ending.slice(ending.lastIndexOf('.') + 1)] },
    title: vscode.l10n.t('Export'),
    saveLabel: vscode.l10n.t('Export'),
  });
}

async function announce(target: vscode.Uri, byteLength: number): Promise<void> {
  const open = vscode.l10n.t('Open');
  const saved = vscode.l10n.t('Saved “{0}”, {1}.', nameOf(target), formatBytes(byteLength));
  const choice = await showInformation(saved, open);
  if (choice === open) {
    await vscode.commands.executeCommand('vscode.open', target, vscode.ViewColumn.Beside);
  }
}
