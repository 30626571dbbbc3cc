/** “Reconstruct Image from Codebook…”: the picture that a codebook and a label map are, as a PNG beside them. */
import * as vscode from 'vscode';
import { showInformation, showProgress } from '../notify';
import { CODEBOOK } from '../../paletteFiles/codebook';
import { nextFreeName } from '../../shared/outputName';
import { UserError } from '../../shared/userError';
import type { WorkerClient } from '../../worker/client';
import { exists, isSame, nameOf } from '../writing/saveTarget';
import type { PrivateLog } from '../privateLog';
import { setting } from '../settings';
import { appearedMeanwhile, writeNewFile } from '../writing/writeFile';
import { sayFailure } from './sayFailure';

/** @param given The codebook, from a menu of the Explorer or another extension. Returns the name of the file written. */
export function reconstructImage(
  { worker, log }: { worker: WorkerClient; log: PrivateLog },
  given: unknown,
): Promise<string | undefined> {
  return sayFailure(log, async () => {
    const codebook = given instanceof vscode.Uri ? given : await askForCodebook();
    const labels = codebook && (await labelsOf(codebook));
    if (!labels) return undefined;
    const [book, map] = await Promise.all([codebook, labels].map(readFile));
    const { png, width, height, colors } = await showProgress(
      vscode.l10n.t('Reconstructing the picture of “{0}”…', nameOf(codebook)),
      () =>
        worker.reconstruct({
          labels: { bytes: map!, name: nameOf(labels) },
          codebook: { bytes: book!, name: nameOf(codebook) },
          maxPixels: 1_000_000 * setting('limits.maxMegapixels', codebook),
          optimizes: setting('save.optimize', codebook) === 'small',
        }),
    );
    const target = await freeTarget(codebook);
    if ((await writeNewFile(vscode.workspace.fs, target, png, false)) === 'exists') {
      throw appearedMeanwhile(target);
    }
    void announce(
      target,
      vscode.l10n.t('Saved “{0}”: {1} × {2} pixels, {3} colors.', nameOf(target), width, height, colors),
    );
    return nameOf(target);
  });
}

async function askForCodebook(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Codebook of the Picture'),
    openLabel: vscode.l10n.t('Reconstruct'),
    filters: { [vscode.l10n.t('Codebook')]: ['json'] },
  });
  return picked?.[0];
}

/** The label map of the same name beside it, or the one that is picked. */
async function labelsOf(codebook: vscode.Uri): Promise<vscode.Uri | undefined> {
  const beside = vscode.Uri.joinPath(codebook, '..', `${stemOf(codebook)}.${CODEBOOK.extensions.labels}`);
  if (!isSame(beside, codebook) && (await exists(beside))) return beside;
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Label Map for “{0}”', nameOf(codebook)),
    openLabel: vscode.l10n.t('Reconstruct'),
    defaultUri: vscode.Uri.joinPath(codebook, '..'),
    filters: { [vscode.l10n.t('Label map')]: ['png'] },
  });
  return picked?.[0];
}

function freeTarget(codebook: vscode.Uri): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(codebook, '..');
  const beside = (name: string) => vscode.Uri.joinPath(folder, name);
  return nextFreeName(`${stemOf(codebook)}.png`, (name) => exists(beside(name))).then(beside);
}

function stemOf(codebook: vscode.Uri): string {
  return nameOf(codebook).replace(/(\.codebook)?\.json$/i, '');
}

async function readFile(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(vscode.l10n.t('“{0}” can’t be read: {1}', nameOf(uri), reason), { cause: error });
  }
}

async function announce(target: vscode.Uri, sentence: string): Promise<void> {
  const open = vscode.l10n.t('Open');
  if ((await showInformation(sentence, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', target);
  }
}
