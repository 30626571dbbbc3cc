/** “Export Palette…”, “Copy Palette As…” and “Preview Palette As…”: a format is chosen, then a file, the clipboard or a look. */
import * as vscode from 'vscode';
import { askInDialog, showInformation } from '../notify';
import type { WritingFormat } from '../../paletteFiles/format';
import { nextFreeName } from '../../shared/outputName';
import { UserError } from '../../shared/userError';
import type { TesseraDocument } from '../document';
import { exists, nameOf, refuseSource } from '../writing/saveTarget';
import { writeTogether, type WantedFile } from '../writing/writeTogether';
import {
  EXPORT_FORMATS,
  exportFormatOfId,
  extensionOf,
  isTextFormat,
  type ExportFormat,
} from './exportFormats';
import { pickFormat, type FormatAction, type FormatChoice } from './pickFormat';
import { showPreview } from './previews';
import { sayFailure } from './sayFailure';
import type { ShownPalette } from './shownPalette';
import { paletteAtRest, writtenFiles, writtenPalette } from './writtenPalette';

/**
 * @param usual What is done with the format that is chosen.
 * @param given From a keybinding's `args` or another extension: `{ format: "css" }` leaves the choice out.
 * @returns The name of the file written; `undefined` when there is none.
 */
export function exportPalette(
  document: TesseraDocument,
  usual: FormatAction,
  given?: unknown,
): Promise<string | undefined> {
  return sayFailure(document.log, async () => {
    const palette = await paletteAtRest(document);
    const choice = givenChoice(given, usual) ?? (await pickFormat(formatsFor(usual), palette, usual));
    if (!choice) return undefined;
    const { format, action } = choice;
    if (action === 'save') return save(document, format, palette);
    if (!isTextFormat(format)) {
      throw new UserError(vscode.l10n.t('{0} is not a text. Export it as a file.', format.label));
    }
    if (action === 'copy') await copy(document, format, palette);
    else await showPreview(fileName(document, extensionOf(format)), textOf(document, format, palette));
    return undefined;
  });
}

function formatsFor(usual: FormatAction): readonly ExportFormat[] {
  return usual === 'save' ? EXPORT_FORMATS : EXPORT_FORMATS.filter(isTextFormat);
}

function givenChoice(given: unknown, action: FormatAction): FormatChoice | undefined {
  if (typeof given !== 'object' || given === null || !('format' in given)) return undefined;
  const format = exportFormatOfId(given.format);
  if (format) return { format, action };
  const known = EXPORT_FORMATS.map(({ id }) => id).join(', ');
  throw new UserError(vscode.l10n.t('“{0}” is no format; known are {1}.', String(given.format), known));
}

function textOf(document: TesseraDocument, format: WritingFormat, palette: ShownPalette): string {
  const content = writtenPalette(document, format, palette);
  if (typeof content === 'string') return content;
  throw new Error(`The format ${format.id} is not a text.`);
}

async function copy(document: TesseraDocument, format: WritingFormat, palette: ShownPalette): Promise<void> {
  await vscode.env.clipboard.writeText(textOf(document, format, palette));
  const { length } = palette.colors;
  void showInformation(
    length === 1
      ? vscode.l10n.t('Copied 1 color as {0}.', format.label)
      : vscode.l10n.t('Copied {0} colors as {1}.', length, format.label),
  );
}

async function save(
  document: TesseraDocument,
  format: ExportFormat,
  palette: ShownPalette,
): Promise<string | undefined> {
  const files = await writtenFiles(document, format, palette); // says what is wrong before it asks for a name
  const target = await askForTarget(document, format);
  if (!target) return undefined;
  refuseSource(document, target);
  const [first, ...others] = Object.entries(files);
  if (!first) return undefined;
  // About the first one the dialog has asked.
  const wanted: WantedFile[] = [{ uri: target, bytes: first[1], mayReplace: await exists(target) }];
  for (const [extension, bytes] of others) {
    const uri = besideOf(target, first[0], extension);
    refuseSource(document, uri);
    const isThere = await exists(uri);
    if (isThere && !(await mayReplace(uri))) return undefined;
    wanted.push({ uri, bytes, mayReplace: isThere });
  }
  await writeTogether(vscode.workspace.fs, wanted);
  void announce(target, palette.colors.length, isTextFormat(format) || !('write' in format));
  return nameOf(target);
}

async function askForTarget(
  document: TesseraDocument,
  format: ExportFormat,
): Promise<vscode.Uri | undefined> {
  const extension = extensionOf(format);
  const folder = vscode.Uri.joinPath(document.uri, '..');
  const free = await nextFreeName(fileName(document, extension), (name) =>
    exists(vscode.Uri.joinPath(folder, name)),
  );
  const extensions = 'write' in format ? [...format.extensions] : [format.extensions.codebook, 'json'];
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, free),
    filters: { [format.label]: extensions },
    title: vscode.l10n.t('Export Palette'),
    saveLabel: vscode.l10n.t('Export'),
  });
}

/** The second file of two, named as the first. */
function besideOf(first: vscode.Uri, extension: string, other: string): vscode.Uri {
  const name = nameOf(first);
  const stem = name.toLowerCase().endsWith(`.${extension}`)
    ? name.slice(0, -extension.length - 1)
    : name.replace(/(?!^)\.[^.]*$/, '');
  return vscode.Uri.joinPath(first, '..', `${stem}.${other}`);
}

async function mayReplace(uri: vscode.Uri): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const answer = await askInDialog(
    vscode.l10n.t('“{0}” already exists.', nameOf(uri)),
    vscode.l10n.t('Nothing has been written yet.'),
    replace,
  );
  return answer === replace;
}

async function announce(target: vscode.Uri, colors: number, canOpen: boolean): Promise<void> {
  const open = vscode.l10n.t('Open');
  const saved =
    colors === 1
      ? vscode.l10n.t('Saved “{0}” with 1 color.', nameOf(target))
      : vscode.l10n.t('Saved “{0}” with {1} colors.', nameOf(target), colors);
  const choice = await showInformation(saved, ...(canOpen ? [open] : []));
  if (choice === open) {
    await vscode.commands.executeCommand('vscode.open', target, vscode.ViewColumn.Beside);
  }
}

function fileName({ name }: TesseraDocument, extension: string): string {
  return `${name.replace(/(?!^)\.[^.]*$/, '')}.${extension}`;
}
