import * as vscode from 'vscode';
import { registerCommands } from './commands/register';
import { TesseraEditorProvider } from './editor/provider';

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Tessera', { log: true });
  context.subscriptions.push(log);
  registerCommands(context, TesseraEditorProvider.register(context, log));
}
