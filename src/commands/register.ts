/** Connects the commands' ids with what they do. */
import * as vscode from 'vscode';
import { COMMANDS } from './ids';
import { copyDiagnostics } from './copyDiagnostics';
import { openPreview } from './openPreview';
import { openSample } from './openSample';
import { registerPaletteCommands } from './palette';
import { reducePalette } from './reducePalette';
import { saveActive, saveActiveAs } from './save';
import { setColors } from './setColors';
import type { TesseraEditorProvider } from '../editor/provider';

export function registerCommands(
  context: vscode.ExtensionContext,
  provider: TesseraEditorProvider,
): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(COMMANDS.reducePalette, reducePalette),
    registerCommand(COMMANDS.saveReduced, () => saveActive(provider)),
    registerCommand(COMMANDS.saveReducedAs, () => saveActiveAs(provider)),
    registerCommand(COMMANDS.undo, () => provider.activeDocument?.session.chosen.undo()),
    registerCommand(COMMANDS.redo, () => provider.activeDocument?.session.chosen.redo()),
    registerCommand(COMMANDS.setColors, (k?: unknown) => setColors(provider, k)),
    registerCommand(COMMANDS.resetOptions, () => provider.activeDocument?.session.chosen.reset()),
    registerPaletteCommands(provider),
    registerCommand(COMMANDS.explore, () =>
      provider.activePage?.post({ type: 'showPanel', panel: 'explore' }),
    ),
    registerCommand(COMMANDS.openPreview, () => openPreview(provider)),
    registerCommand(COMMANDS.copyDiagnostics, () => copyDiagnostics(context, provider)),
    registerCommand(COMMANDS.openSample, () => openSample(context)),
  );
}
