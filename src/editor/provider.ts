/** The custom editor: documents by VS Code's hand, a page for each panel, and which of them is active. */
import * as vscode from 'vscode';
import { TesseraDocument, type Page } from './document';
import { pageHtml } from './pageShell';
import { saveReduced, saveReducedAs } from './saveReduced';
import { parsePageMessage, type HostMessage, type PageMessage } from '../shared/messages';
import { WorkerClient } from '../worker/client';
import { startWorkerThread } from '../worker/host.node';

export const VIEW_TYPE = 'tessera.editor';

export class TesseraEditorProvider implements vscode.CustomReadonlyEditorProvider<TesseraDocument> {
  private readonly worker: WorkerClient;
  private readonly documents = new Set<TesseraDocument>();
  private active: TesseraDocument | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const script = vscode.Uri.joinPath(extensionUri, 'dist', 'worker.js').fsPath;
    this.worker = new WorkerClient(
      (events) => startWorkerThread(script, events),
      (text) => log.error(text),
    );
  }

  static register(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): TesseraEditorProvider {
    const provider = new TesseraEditorProvider(context.extensionUri, log);
    context.subscriptions.push(
      vscode.window.registerCustomEditorProvider(VIEW_TYPE, provider, {
        supportsMultipleEditorsPerDocument: true,
      }),
      new vscode.Disposable(() => provider.worker.dispose()),
    );
    return provider;
  }

  /** The document of the editor that has the focus, or had it last. */
  get activeDocument(): TesseraDocument | undefined {
    return this.active;
  }

  openCustomDocument(uri: vscode.Uri): TesseraDocument {
    const document: TesseraDocument = new TesseraDocument(uri, this.worker, this.log, () => {
      this.documents.delete(document);
      if (this.active === document) this.active = undefined;
    });
    this.documents.add(document);
    return document;
  }

  resolveCustomEditor(document: TesseraDocument, panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(this.extensionUri, 'dist'),
        vscode.Uri.joinPath(this.extensionUri, 'media'),
        vscode.Uri.joinPath(document.uri, '..'),
      ],
    };
    const post = (message: HostMessage): void => void webview.postMessage(message);
    const page: Page = {
      post,
      startOver: () =>
        post({
          type: 'source',
          name: document.name,
          // The fragment tells a page that the file was read anew; where the file comes from, it changes nothing.
          url: `${webview.asWebviewUri(document.uri).toString()}#${document.session.reading}`,
          byteLength: document.session.byteLength,
          options: document.session.options,
        }),
    };
    const disposables = [
      document.addPage(page),
      webview.onDidReceiveMessage((message: unknown) => {
        const checked = parsePageMessage(message);
        if (checked) void this.receive(document, page, checked);
        else
          this.log.warn(`A message from the page of “${document.name}” was refused: it is not one of ours.`);
      }),
      panel.onDidChangeViewState(() => {
        if (panel.active) this.active = document;
      }),
    ];
    panel.onDidDispose(() => {
      disposables.forEach((disposable) => void disposable.dispose());
    });
    if (panel.active) this.active = document;
    webview.html = pageHtml(webview, this.extensionUri);
  }

  private async receive(document: TesseraDocument, page: Page, message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        page.startOver();
        document.session.state().forEach((each) => page.post(each));
        return;
      case 'changeOptions':
        return document.session.changeOptions(message.options, message.isMoving);
      case 'compareKs':
        return document.session.compareKs(message.ks);
      case 'save':
        await saveReduced(document);
        return;
      case 'saveAs':
        await saveReducedAs(document);
        return;
      case 'retry':
        return document.session.open();
      case 'copyColor':
        await vscode.env.clipboard.writeText(message.hex);
    }
  }
}
