import * as vscode from 'vscode';
import { COMMANDS } from './commands/ids';
import { registerCommands } from './commands/register';
import { registerContextKeys } from './editor/contextKeys';
import { TesseraEditorProvider, VIEW_TYPE } from './editor/provider';
import { SessionStore } from './editor/sessionStore';
import { registerStatusBar } from './editor/statusBar';
import { workbenchLocalization } from './editor/workbenchLocalization';
import { applyLocalization } from './shared/localization';

export function activate(context: vscode.ExtensionContext): void {
  applyLocalization(workbenchLocalization());
  const log = vscode.window.createOutputChannel('Tessera', { log: true });
  const store = new SessionStore(context.workspaceState, (text) => log.error(text));
  const provider = new TesseraEditorProvider(context.extensionUri, store, log);
  context.subscriptions.push(
    log,
    new vscode.Disposable(() => store.flush()),
    provider,
    vscode.window.registerCustomEditorProvider(VIEW_TYPE, provider, {
      supportsMultipleEditorsPerDocument: true,
    }),
    registerContextKeys(provider),
    registerStatusBar(provider, COMMANDS.setColors),
    registerCommands(context, provider),
  );
}
