/** Stands in for a panel of VS Code: a test says what its page sends, and reads what it is sent. */
import * as vscode from 'vscode';
import type { HostMessage } from '../../src/shared/messages';

export class StandInPanel {
  /** What the page was sent. */
  readonly received: HostMessage[] = [];
  private readonly posted = new vscode.EventEmitter<HostMessage>();
  readonly active = true;
  readonly visible = true;
  private readonly messages = new vscode.EventEmitter<unknown>();
  private readonly disposed = new vscode.EventEmitter<void>();
  readonly onDidDispose = this.disposed.event;
  readonly onDidChangeViewState = new vscode.EventEmitter<never>().event;
  readonly webview = {
    options: {},
    html: '',
    cspSource: 'https://page.example',
    asWebviewUri: (uri: vscode.Uri) => uri,
    onDidReceiveMessage: this.messages.event,
    postMessage: (message: HostMessage) => {
      this.received.push(message);
      this.posted.fire(message);
      return Promise.resolve(true);
    },
  };

  /** As the extension takes it. It has everything that `EditorPage` uses of a panel. */
  get panel(): vscode.WebviewPanel {
    return this as unknown as vscode.WebviewPanel;
  }

  /** The page sends whatever this is. */
  send(message: unknown): void {
    this.messages.fire(message);
  }

  /** The next message of the type that the page is sent. */
  next<T extends HostMessage['type']>(type: T): Promise<Extract<HostMessage, { type: T }>> {
    return new Promise((resolve) => {
      const listening = this.posted.event((message) => {
        if (message.type !== type) return;
        listening.dispose();
        resolve(message as Extract<HostMessage, { type: T }>); // by its type
      });
    });
  }

  dispose(): void {
    this.disposed.fire();
  }
}
