/** The custom editor: documents by VS Code's hand, a page for each panel, and which of them is active. */
import * as vscode from 'vscode';
import { TesseraDocument } from './document';
import { EditorPage } from './page';
import type { PrivateLog } from './privateLog';
import type { SessionStore } from './sessionStore';
import { workbenchLocalization } from './workbenchLocalization';
import { WorkerClient } from '../worker/client';
import { startWorkerThread } from '../worker/host.node';

export const VIEW_TYPE = 'tessera.editor';

export class TesseraEditorProvider implements vscode.CustomReadonlyEditorProvider<TesseraDocument> {
  readonly worker: WorkerClient;
  private readonly pages = new Set<EditorPage>();
  /** The document of the editor that has the focus, or had it last. */
  private lastActive: TesseraDocument | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  /** Another page became active, or the active one has something new to say. */
  readonly onDidChangeActivePage = this.changed.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly store: SessionStore,
    readonly log: PrivateLog,
  ) {
    const bundles = `${vscode.Uri.joinPath(extensionUri, 'dist').toString()}/`;
    this.worker = new WorkerClient(
      (events) => startWorkerThread(bundles, workbenchLocalization(), events),
      (text) => log.error(text),
    );
  }

  /** The document of the editor that has the focus, or had it last. */
  get activeDocument(): TesseraDocument | undefined {
    return this.activePage?.document ?? this.lastActive;
  }

  /** The page of the editor in front, if that is one of ours. */
  get activePage(): EditorPage | undefined {
    return [...this.pages].find((page) => page.isActive);
  }

  openCustomDocument(uri: vscode.Uri): TesseraDocument {
    const document: TesseraDocument = new TesseraDocument(uri, this.worker, this.store, this.log, () => {
      if (this.lastActive === document) this.lastActive = undefined;
    });
    return document;
  }

  resolveCustomEditor(document: TesseraDocument, panel: vscode.WebviewPanel): void {
    const page = new EditorPage(document, panel, this.extensionUri, this.log);
    this.pages.add(page);
    const activate = () => {
      if (page.isActive) this.lastActive = document;
      this.changed.fire();
    };
    const disposables = [
      panel.onDidChangeViewState(activate),
      page.onDidChange(() => this.changed.fire()),
      document.onDidPost(() => this.changed.fire()),
    ];
    panel.onDidDispose(() => {
      disposables.forEach((disposable) => void disposable.dispose());
      this.pages.delete(page);
      this.changed.fire();
    });
    activate();
  }

  dispose(): void {
    this.worker.dispose();
    this.changed.dispose();
  }
}
