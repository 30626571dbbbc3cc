/** Save and Save As: the very bytes shown, beside the source, never over a file unasked. */
import * as vscode from 'vscode';
import type { TesseraDocument } from './document';
import { askInDialog, showError, showInformation, showProgress } from './notify';
import { exists, isSame, nameOf, refuseSource } from './writing/saveTarget';
import { setting } from './settings';
import { writeNewFile, type WriteOutcome } from './writing/writeFile';
import { Cancelled } from '../engine/steps';
import { formatBytes } from '../shared/formatBytes';
import type { ResultMessage } from '../shared/messages';
import { nextFreeName, outputName } from '../shared/outputName';
import { plainText } from '../shared/plainText';
import { UserError } from '../shared/userError';

/** Returns the name of the file written, or `undefined` when nothing was (cancelled, or failed and said so). */
export function saveReduced(document: TesseraDocument): Promise<string | undefined> {
  return save(document, (result) => writeAsking(document, defaultTarget(document, result), result, false));
}

/** Like `saveReduced`, to a place the person picks. */
export function saveReducedAs(document: TesseraDocument): Promise<string | undefined> {
  return save(document, async (result) => {
    const target = await vscode.window.showSaveDialog({
      defaultUri: defaultTarget(document, result),
      filters: { [vscode.l10n.t('PNG image')]: ['png'] },
      title: vscode.l10n.t('Save Reduced PNG As'),
    });
    if (!target) return undefined;
    refuseSource(document, target);
    return writeAsking(document, target, result, await exists(target)); // the dialog has asked about a file there
  });
}

/** Asks as long as a file stands there that may not be replaced. The file written; `undefined` when the answer was no. */
async function writeAsking(
  document: TesseraDocument,
  target: vscode.Uri,
  result: ResultMessage,
  mayReplace: boolean,
): Promise<vscode.Uri | undefined> {
  for (;;) {
    const outcome = await writeTo(document, target, result, mayReplace);
    if (outcome === 'written') return target;
    const choice = await askAboutExisting(document, target);
    if (!choice) return undefined;
    ({ target, mayReplace } = choice);
  }
}

async function save(
  document: TesseraDocument,
  write: (result: ResultMessage) => Promise<vscode.Uri | undefined>,
): Promise<string | undefined> {
  let name: string | undefined;
  try {
    const result = await resultAtRest(document);
    const target = await write(result);
    if (target) {
      name = nameOf(target);
      void announce(target, result.png.byteLength, document.session.byteLength);
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) {
      document.log.failure(error);
      const reason = error instanceof Error ? error.message : String(error);
      showError(error instanceof UserError ? reason : vscode.l10n.t('Not saved: {0}', reason));
    }
  }
  document.post({ type: 'saveEnded', name: name && plainText(name) });
  return name;
}

/** What the page shows, or, while the picture is still being encoded, what it will show. */
export async function resultAtRest(
  document: TesseraDocument,
  shown = document.session.shownFile(),
): Promise<ResultMessage> {
  if (shown) return shown;
  return showProgress(
    vscode.l10n.t('Reducing “{0}”…', document.name),
    (_, token) =>
      new Promise<ResultMessage>((resolve, reject) => {
        token.onCancellationRequested(() => reject(new Cancelled()));
        document.session.file().then(resolve, reject);
      }),
    { cancellable: true },
  );
}

function defaultTarget(document: TesseraDocument, result: ResultMessage): vscode.Uri {
  const name = outputName(setting('save.fileName', document.uri), {
    sourceName: document.name,
    k: result.options.k,
    colors: result.palette.rgba.length / 4,
  });
  return vscode.Uri.joinPath(document.uri, '..', name);
}

/** `exists`: nothing was written, as the target is there (or is the source). */
async function writeTo(
  document: TesseraDocument,
  target: vscode.Uri,
  result: ResultMessage,
  mayReplace: boolean,
): Promise<WriteOutcome> {
  if (isSame(target, document.uri)) return 'exists';
  return writeNewFile(vscode.workspace.fs, target, new Uint8Array(result.png), mayReplace);
}

async function askAboutExisting(
  document: TesseraDocument,
  target: vscode.Uri,
): Promise<{ target: vscode.Uri; mayReplace: boolean } | undefined> {
  const folder = vscode.Uri.joinPath(target, '..');
  const free = vscode.Uri.joinPath(
    folder,
    await nextFreeName(nameOf(target), (name) => exists(vscode.Uri.joinPath(folder, name))),
  );
  const isSource = isSame(target, document.uri);
  const saveAsFree = vscode.l10n.t('Save as “{0}”', nameOf(free));
  const replace = vscode.l10n.t('Replace');
  const choice = await askInDialog(
    isSource
      ? vscode.l10n.t('“{0}” is the source, which Tessera never changes.', nameOf(target))
      : vscode.l10n.t('“{0}” already exists.', nameOf(target)),
    vscode.l10n.t('Nothing has been written yet.'),
    saveAsFree,
    ...(isSource ? [] : [replace]),
  );
  if (choice === saveAsFree) return { target: free, mayReplace: false };
  if (choice === replace) return { target, mayReplace: true };
  return undefined;
}

async function announce(target: vscode.Uri, byteLength: number, sourceByteLength: number): Promise<void> {
  const change = Math.round(100 * (1 - byteLength / sourceByteLength));
  const reveal = vscode.l10n.t('Reveal in Explorer');
  const command = revealingCommand(target);
  const choice = await showInformation(
    savedSentence(nameOf(target), formatBytes(byteLength), change),
    ...(command ? [reveal] : []),
  );
  if (command && choice === reveal) await vscode.commands.executeCommand(command, target);
}

/** `undefined`: a file outside the workspace, on a machine whose windows this is not. */
function revealingCommand(target: vscode.Uri): string | undefined {
  if (vscode.workspace.getWorkspaceFolder(target)) return 'revealInExplorer';
  const isLocal = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  return isLocal ? 'revealFileInOS' : undefined;
}

/** `change`: by how many per cent the file is smaller than the source. */
function savedSentence(name: string, size: string, change: number): string {
  if (change > 0)
    return vscode.l10n.t('Saved “{0}”, {1}, {2} % smaller than the source.', name, size, change);
  if (change < 0)
    return vscode.l10n.t('Saved “{0}”, {1}, {2} % larger than the source.', name, size, -change);
  return vscode.l10n.t('Saved “{0}”, {1}, as large as the source.', name, size);
}
