/** An open image without a tab: the extension's own classes, put together as its provider does. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TesseraDocument } from '../../src/editor/document';
import { PrivateLog } from '../../src/editor/privateLog';
import { SessionStore } from '../../src/editor/sessionStore';
import { workbenchLocalization } from '../../src/editor/workbenchLocalization';
import { WorkerClient } from '../../src/worker/client';
import { startWorkerThread } from '../../src/worker/host.node';

export interface OwnDocument {
  document: TesseraDocument;
  log: PrivateLog;
  worker: WorkerClient;
  /** Lines of the log so far. */
  lines: Record<'info' | 'warn' | 'error', string[]>;
  dispose(): void;
}

/** Settles when the picture rests. */
export async function openOwnDocument(uri: vscode.Uri): Promise<OwnDocument> {
  const lines: OwnDocument['lines'] = { info: [], warn: [], error: [] };
  const log = new PrivateLog({
    info: (line) => lines.info.push(line),
    warn: (line) => lines.warn.push(line),
    error: (line) => lines.error.push(String(line)), // the channel takes errors as well
  });
  const bundles = `${vscode.Uri.joinPath(extensionUri(), 'dist').toString()}/`;
  const worker = new WorkerClient(
    (events) => startWorkerThread(bundles, workbenchLocalization(), events),
    (text) => log.error(text),
  );
  const stored = new Map<string, unknown>();
  const memory = {
    get: (key: string) => stored.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void stored.set(key, value)),
  };
  const store = new SessionStore(memory, (text) => log.error(text));
  const document = new TesseraDocument(uri, worker, store, log, () => undefined);
  const dispose = () => {
    document.dispose();
    worker.dispose();
  };
  try {
    await document.session.file();
  } catch (error) {
    dispose();
    throw error;
  }
  return { document, log, worker, lines, dispose };
}

export function extensionUri(): vscode.Uri {
  const extension = vscode.extensions.getExtension('tessera.tessera');
  assert.ok(extension, 'the extension is not there');
  return extension.extensionUri;
}
