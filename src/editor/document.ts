/** An open image: its session, the pages that show it, and the watch on its file. */
import * as vscode from 'vscode';
import { defaultOptions, setting } from './settings';
import { Session } from './session';
import type { SessionStore } from './sessionStore';
import type { PrivateLog } from './privateLog';
import { readSource } from './sourceFile';
import type { ReduceOptions } from '../engine/options';
import type { HostMessage } from '../shared/messages';
import { plainText } from '../shared/plainText';
import type { WorkerClient } from '../worker/client';

/** One page of the document, as far as the document knows it. */
export interface Page {
  post(message: HostMessage): void;
  /** The file is read anew: tell the page where from. */
  startOver(): void;
}

export class TesseraDocument implements vscode.CustomDocument {
  readonly session: Session;
  /** Names that colors have in palettes that were used here, by `#rrggbb` or `#rrggbbaa`. */
  readonly colorNames = new Map<string, string>();
  private readonly pages = new Set<Page>();
  private readonly watcher: vscode.FileSystemWatcher;
  private readonly changed = new vscode.EventEmitter<HostMessage>();
  /** Whatever pages are told. */
  readonly onDidPost = this.changed.event;

  constructor(
    readonly uri: vscode.Uri,
    readonly worker: WorkerClient,
    store: SessionStore,
    readonly log: PrivateLog,
    private readonly onDidDispose: () => void,
  ) {
    this.session = new Session(
      { name: plainText(this.name), read: () => readSource(uri) },
      worker,
      {
        defaults: () => defaultOptions(uri),
        maxMegapixels: () => setting('limits.maxMegapixels', uri),
        optimizes: () => setting('save.optimize', uri) === 'small',
      },
      {
        send: (message) => this.post(message),
        onDidStartOpening: () => this.pages.forEach((page) => page.startOver()),
        logDefect: (text) => log.error(text),
      },
      {
        recall: (contentHash, defaults) => store.read(uri.toString(), contentHash, defaults),
        keep: (contentHash, session) => store.keep(uri.toString(), contentHash, session),
      },
    );
    this.onDidPost((message) => {
      if (message.type === 'decoded') {
        const { format, width, height } = message;
        log.info(`decoded ${format} ${width} x ${height}, ${this.session.byteLength} bytes`);
      } else if (message.type === 'failed' || message.type === 'sourceGone') {
        log.warn(message.sentence);
      }
    });
    this.watcher = this.watchFile();
    void this.session.open();
  }

  get name(): string {
    return this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
  }

  /** To every page. */
  post(message: HostMessage): void {
    this.pages.forEach((page) => page.post(message));
    this.changed.fire(message);
  }

  /** A control was moved on one page; the others follow. */
  changeOptions(from: Page, options: ReduceOptions, isMoving: boolean): void {
    this.pages.forEach((page) => {
      if (page !== from) page.post({ type: 'options', options, isMoving });
    });
    this.session.chosen.change(options, isMoving);
  }

  addPage(page: Page): vscode.Disposable {
    this.pages.add(page);
    return new vscode.Disposable(() => this.pages.delete(page));
  }

  dispose(): void {
    this.watcher.dispose();
    this.session.dispose();
    this.changed.dispose();
    this.onDidDispose();
  }

  /** The folder is watched, not the name: a name with `[` or `{` in it would be taken for a pattern. */
  private watchFile(): vscode.FileSystemWatcher {
    const folder = vscode.Uri.joinPath(this.uri, '..');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    const ifThis = (react: () => void) => (uri: vscode.Uri) => {
      if (uri.toString() === this.uri.toString()) react();
    };
    watcher.onDidChange(ifThis(() => void this.session.open()));
    watcher.onDidCreate(ifThis(() => void this.session.open()));
    watcher.onDidDelete(ifThis(() => this.session.reportMissing()));
    return watcher;
  }
}
