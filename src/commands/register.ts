/** Connects the commands' ids with what they do. */
import * as vscode from 'vscode';
import { COMMANDS } from './ids';
import { reducePalette } from './reducePalette';
import { saveActive, saveActiveAs } from './save';
import type { TesseraEditorProvider } from '../editor/provider';

export function registerCommands(context: vscode.ExtensionContext, provider: TesseraEditorProvider): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(COMMANDS.reducePalette, reducePalette),
    vscode.commands.registerCommand(COMMANDS.saveReduced, () => saveActive(provider)),
    vscode.commands.registerCommand(COMMANDS.saveReducedAs, () => saveActiveAs(provider)),
  );
}
