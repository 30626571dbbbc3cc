import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { AnsweredDialogs } from './answeredDialogs';
import { closeEditors, openEditor, save } from './openEditor';
import { workspaceFile } from './workspaceFile';

describe('the thread that owns the pixels', () => {
  const started: Worker[] = [];
  const noteWorker = (worker: Worker): void => void started.push(worker);
  let dialogs: AnsweredDialogs;
  const outputs = ['hats.k16.png', 'shutters.k16.png', 'clownfish.k16.png'];

  before(() => {
    process.on('worker', noteWorker);
    dialogs = new AnsweredDialogs();
  });

  after(async () => {
    process.off('worker', noteWorker);
    dialogs.restore();
    await closeEditors();
    for (const name of outputs) await vscode.workspace.fs.delete(workspaceFile(name));
  });

  it('is one for all images, and goes away when the last of them closes', async () => {
    for (const name of ['hats.png', 'shutters.jpg', 'clownfish.png']) {
      await openEditor(workspaceFile(name));
      assert.ok(outputs.includes((await save()) ?? 'nothing'));
    }
    assert.equal(started.length, 1);
    const worker = started[0]!;
    const end = once(worker, 'exit');

    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    assert.ok(worker.threadId > 0, 'it went away too early');
    await closeEditors();
    await end;
    assert.equal(worker.threadId, -1);
  });
});
