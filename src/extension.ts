import * as vscode from 'vscode';
import { COMMANDS } from './commands/ids';
import { registerCommands } from './commands/register';
import { registerContextKeys } from './editor/contextKeys';
import { TesseraEditorProvider, VIEW_TYPE } from './editor/provider';
import { PrivateLog } from './editor/privateLog';
import { SessionStore } from './editor/sessionStore';
import { registerStatusBar } from './editor/statusBar';
import { workbenchLocalization } from './editor/workbenchLocalization';
import { applyLocalization } from './shared/localization';

export function activate(context: vscode.ExtensionContext): void {
  applyLocalization(workbenchLocalization());
  const channel = vscode.window.createOutputChannel('Tessera', { log: true });
  const log = new PrivateLog(channel);
  const store = new SessionStore(context.workspaceState, (text) => log.error(text));
  const provider = new TesseraEditorProvider(context.extensionUri, store, log);
  context.subscriptions.push(
    channel,
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
