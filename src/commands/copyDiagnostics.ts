/** “Copy Diagnostics”: what a bug report needs, as JSON, without names of files, colors that were chosen, or pictures. */
import * as vscode from 'vscode';
import type { TesseraEditorProvider } from '../editor/provider';
import { showInformation } from '../editor/notify';
import { reportedSettings } from '../editor/settings';

export async function copyDiagnostics(
  context: vscode.ExtensionContext,
  { activeDocument, log }: TesseraEditorProvider,
): Promise<void> {
  // The type says only what this function relies on.
  const { version } = context.extension.packageJSON as { version: string };
  const { session } = activeDocument ?? {};
  const decoded = session?.state().find(({ type }) => type === 'decoded');
  const report = {
    tessera: version,
    vscode: vscode.version,
    host: { app: vscode.env.appHost, remote: vscode.env.remoteName ?? null, language: vscode.env.language },
    isTrusted: vscode.workspace.isTrusted,
    settings: reportedSettings(activeDocument?.uri),
    image: session && {
      scheme: activeDocument?.uri.scheme,
      bytes: session.byteLength,
      ...(decoded?.type === 'decoded' ? { ...decoded } : {}),
      hasFailed: session.state().some(({ type }) => type === 'failed'),
      options: { ...session.options, ...counted(session.options) },
      result: session.summary() ?? null,
    },
    log: log.recent,
  };
  await vscode.env.clipboard.writeText('```json\n' + JSON.stringify(report, null, 2) + '\n```\n');
  void showInformation(vscode.l10n.t('Copied. The diagnostics hold no pictures and no names of files.'));
}

/** Colors tell of the picture; how many there are is enough. */
function counted({ locked, recolored }: { locked: readonly unknown[]; recolored: readonly unknown[] }) {
  return { locked: locked.length, recolored: recolored.length };
}
