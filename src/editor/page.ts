/** One panel that shows a document: what its page says, and what it is told. */
import * as vscode from 'vscode';
import { stackOf } from './stackOf';
import type { Page, TesseraDocument } from './document';
import { pageHtml } from './pageShell';
import { exportExplored } from './explore/exportExplored';
import { PageQuestions } from './explore/pageQuestions';
import { exportPalette } from './palette/exportPalette';
import { refuseDrop, useDroppedPalette, usePalette } from './palette/usePalette';
import type { PrivateLog } from './privateLog';
import { workbenchLocalization } from './workbenchLocalization';
import { saveReduced, saveReducedAs } from './saveReduced';
import { plainText } from '../shared/plainText';
import { parsePageMessage, type HostMessage, type PageMessage } from '../shared/messages';

export class EditorPage implements Page {
  /** At how many per cent of its size the page shows the picture, once it said so. */
  zoomPercent: number | undefined;

  /**
   * The page listens. What is posted before waits in VS Code until the page is loaded, and would reach it beside the
   * answer to its `ready`: of two `source` the second can undo what the person did after the first.
   */
  private isReady = false;
  private readonly questions: PageQuestions;
  private readonly said = new vscode.EventEmitter<void>();
  /** The page told something new about itself. */
  readonly onDidChange = this.said.event;

  constructor(
    readonly document: TesseraDocument,
    private readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    log: PrivateLog,
  ) {
    const { webview } = panel;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(extensionUri, 'dist'),
        vscode.Uri.joinPath(extensionUri, 'media'),
        vscode.Uri.joinPath(document.uri, '..'),
      ],
    };
    this.questions = new PageQuestions(
      (token, question, report) => document.session.ask(token, question, report),
      { post: (message) => this.post(message), logDefect: (text) => log.error(text) },
    );
    const disposables = [
      new vscode.Disposable(() => this.leave()),
      document.addPage(this),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.leave();
      }),
      webview.onDidReceiveMessage((message: unknown) => {
        const checked = parsePageMessage(message);
        if (checked) this.receive(checked).catch((error: unknown) => log.error(stackOf(error)));
        else log.warn(`A message from the page of “${document.name}” was refused: it is not one of ours.`);
      }),
      this.said,
    ];
    panel.onDidDispose(() => disposables.forEach((disposable) => void disposable.dispose()));
    webview.html = pageHtml(webview, extensionUri, workbenchLocalization());
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  post(message: HostMessage): void {
    if (this.isReady) void this.panel.webview.postMessage(message);
  }

  startOver(): void {
    const { name, uri, session } = this.document;
    this.post({
      type: 'source',
      name: plainText(name),
      // The fragment tells a page that the file was read anew; where the file comes from, it changes nothing.
      url: `${this.panel.webview.asWebviewUri(uri).toString()}#${session.reading}`,
      byteLength: session.byteLength,
      options: session.options,
      view: session.chosen.view,
    });
  }

  /** A hidden page is gone, and says when it is back. Nothing is held there any more, nor waited for. */
  private leave(): void {
    this.isReady = false;
    this.questions.withdrawAll();
    this.document.session.rest();
  }

  private async receive(message: PageMessage): Promise<void> {
    const { document } = this;
    const { session } = document;
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.questions.withdrawAll();
        session.rest();
        this.startOver();
        session.state().forEach((each) => this.post(each));
        return;
      case 'changeOptions':
        return document.changeOptions(this, message.options, message.isMoving);
      case 'compareKs':
        return session.compareKs(message.ks);
      case 'undo':
        return session.chosen.undo();
      case 'redo':
        return session.chosen.redo();
      case 'startTarget':
        return session.findTarget(message.target);
      case 'cancelTarget':
        return session.cancelTarget();
      case 'keepView':
        return session.chosen.keepView(message.view);
      case 'zoomed':
        this.zoomPercent = message.percent;
        return this.said.fire();
      case 'save':
        await saveReduced(document);
        return;
      case 'saveAs':
        await saveReducedAs(document);
        return;
      case 'retry':
        return session.open();
      case 'copyColor':
        await vscode.env.clipboard.writeText(message.hex);
        return;
      case 'exportPalette':
        await exportPalette(document, 'save');
        return;
      case 'usePalette':
        await usePalette(document);
        return;
      case 'dropFile':
        await useDroppedPalette(document, message);
        return;
      case 'dropResource':
        await useDroppedPalette(document, message);
        return;
      case 'refuseDrop':
        return refuseDrop(message.file);
      case 'ask':
        return this.questions.answer(message.token, message.question);
      case 'withdraw':
        return this.questions.withdraw(message.token);
      case 'exportExplored':
        await exportExplored(document, message.question);
    }
  }
}
