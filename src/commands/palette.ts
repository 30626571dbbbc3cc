/** Palettes out of the image in front and into it, and pictures out of codebooks. */
import * as vscode from 'vscode';
import { exportPalette } from '../editor/palette/exportPalette';
import { insertPalette } from '../editor/palette/insertPalette';
import { LastTextEditor } from '../editor/palette/lastTextEditor';
import { registerPreviews } from '../editor/palette/previews';
import { reconstructImage } from '../editor/palette/reconstruct';
import { usePalette } from '../editor/palette/usePalette';
import type { TesseraEditorProvider } from '../editor/provider';
import { COMMANDS } from './ids';

export function registerPaletteCommands(provider: TesseraEditorProvider): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  const lastTextEditor = new LastTextEditor();
  const withImage =
    <T>(act: (image: NonNullable<TesseraEditorProvider['activeDocument']>, given: unknown) => T) =>
    (given?: unknown) =>
      provider.activeDocument && act(provider.activeDocument, given);
  return vscode.Disposable.from(
    lastTextEditor,
    registerPreviews(),
    registerCommand(
      COMMANDS.exportPalette,
      withImage((image, given) => exportPalette(image, 'save', given)),
    ),
    registerCommand(
      COMMANDS.copyPalette,
      withImage((image, given) => exportPalette(image, 'copy', given)),
    ),
    registerCommand(
      COMMANDS.previewPalette,
      withImage((image, given) => exportPalette(image, 'preview', given)),
    ),
    registerCommand(COMMANDS.usePalette, withImage(usePalette)),
    registerCommand(
      COMMANDS.insertPalette,
      withImage((image) => insertPalette(image, lastTextEditor)),
    ),
    registerCommand(COMMANDS.reconstruct, (given?: unknown) => reconstructImage(provider, given)),
  );
}
