import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import * as vscode from 'vscode';
import { eventually } from '../host/eventually';
import { AnsweredDialogs } from './answeredDialogs';
import { closeEditors, openEditor, save } from './openEditor';
import { PNG_SIGNATURE } from './pngSignature';
import { namesIn, workspaceFile } from './workspaceFile';
import { COMMANDS } from '../../src/commands/ids';

const { fs } = vscode.workspace;
const LOST =
  'The worker that held this image stopped, perhaps for lack of memory. Retry, or close other images first.';

describe('when the thread that owns the pixels dies', () => {
  const started: Worker[] = [];
  const noteWorker = (worker: Worker): void => void started.push(worker);
  let dialogs: AnsweredDialogs;
  let before: string[];

  beforeEach(async () => {
    started.length = 0;
    process.on('worker', noteWorker);
    before = await namesIn(workspaceFile(''));
    dialogs = new AnsweredDialogs();
  });

  afterEach(async () => {
    dialogs.restore();
    await closeEditors();
    process.off('worker', noteWorker);
    for (const name of await namesIn(workspaceFile(''))) {
      if (!before.includes(name)) await fs.delete(workspaceFile(name));
    }
  });

  async function kill(): Promise<void> {
    const worker = started.at(-1);
    assert.ok(worker, 'no worker was started');
    await worker.terminate();
  }

  async function assertPng(name: string | undefined): Promise<void> {
    assert.ok(name !== undefined, `nothing was saved: ${dialogs.errors.join()}`);
    const saved = await fs.readFile(workspaceFile(name));
    assert.deepEqual([...saved.subarray(0, 8)], [...PNG_SIGNATURE]);
  }

  /** A sample under a name that no session is kept for. */
  async function sample(name: string, copy: string): Promise<vscode.Uri> {
    await fs.copy(workspaceFile(name), workspaceFile(copy));
    return workspaceFile(copy);
  }

  it('at rest, the picture that is shown can be saved, and the next change brings the worker back', async () => {
    await openEditor(await sample('hats.png', 'resting.png'));
    await assertPng(await save());
    await kill();
    await assertPng(await saveOver());
    await vscode.commands.executeCommand(COMMANDS.setColors, 5);
    assert.equal(await save(), 'resting.k5.png');
    // Perhaps more than one more: a late word of the copied file makes the editor read it again.
    assert.ok(started.length >= 2);
    assert.deepEqual(dialogs.errors, []);
  });

  it('while something is computed, Save says so in a sentence, and works in a new editor', async () => {
    const image = await sample('hats.png', 'computed.png');
    await openEditor(image);
    await save();
    await vscode.commands.executeCommand(COMMANDS.setColors, 200);
    const saving = save();
    await kill();
    assert.equal(await saving, undefined);
    assert.deepEqual(dialogs.errors, [LOST]);
    assert.deepEqual(await added(), ['computed.k16.png', 'computed.png']);
    await closeEditors();
    await openEditor(image);
    assert.equal(await save(), 'computed.k200.png');
  });

  it('while it opens one image, another that rests is not lost', async () => {
    const resting = await sample('shutters.jpg', 'resting.jpg');
    await openEditor(resting);
    assert.equal(await save(), 'resting.k16.png');
    await openEditor(await sample('hats.png', 'opening.png'));
    const saving = save();
    await kill();
    assert.equal(await saving, undefined);
    assert.deepEqual(dialogs.errors, [LOST]);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await openEditor(resting);
    await vscode.commands.executeCommand(COMMANDS.setColors, 7);
    assert.equal(await save(), 'resting.k7.png', dialogs.errors.join());
  });

  async function added(): Promise<string[]> {
    return (await namesIn(workspaceFile(''))).filter((name) => !before.includes(name));
  }

  async function saveOver(): Promise<string | undefined> {
    dialogs.restore();
    dialogs = new AnsweredDialogs(() => 'Replace');
    return save();
  }
});

describe('ten large images opened at once', () => {
  const WIDTH = 1152;
  const HEIGHT = 768;
  const settings = () => vscode.workspace.getConfiguration('tessera');
  const names = Array.from({ length: 10 }, (_, i) => `large-${i}.png`);

  before(async () => {
    const bytes = await sharp(workspaceFile('hats.png').fsPath)
      .resize(WIDTH, HEIGHT)
      .png({ compressionLevel: 1 })
      .toBuffer();
    for (const name of names) await fs.writeFile(workspaceFile(name), bytes);
    await settings().update('save.optimize', 'fast', vscode.ConfigurationTarget.Global);
  });

  after(async () => {
    await settings().update('save.optimize', undefined, vscode.ConfigurationTarget.Global);
    await closeEditors();
    for (const name of await namesIn(workspaceFile(''))) {
      if (name.startsWith('large-')) await fs.delete(workspaceFile(name));
    }
  });

  it('all come to rest, and give back their memory and their threads when they close', async function () {
    this.timeout(180_000);
    const workers: Worker[] = [];
    const noteWorker = (worker: Worker): void => void workers.push(worker);
    process.on('worker', noteWorker);
    const dialogs = new AnsweredDialogs();
    const before = buffersHeld();
    try {
      await Promise.all(
        names.map((name) =>
          vscode.commands.executeCommand('vscode.openWith', workspaceFile(name), 'tessera.editor', {
            preview: false,
          }),
        ),
      );
      const saved: (string | undefined)[] = [];
      for (const name of names) {
        await openEditor(workspaceFile(name));
        saved.push(await save());
      }
      assert.deepEqual(
        saved,
        names.map((name) => name.replace('.png', '.k16.png')),
      );
      const first = await fs.readFile(workspaceFile(saved[0]!));
      const last = await fs.readFile(workspaceFile(saved[9]!));
      assert.ok(Buffer.from(first).equals(last), 'the same picture, the same file');
      assert.equal(workers.length, 1);
      const end = once(workers[0]!, 'exit');
      await closeEditors();
      await end;
    } finally {
      process.off('worker', noteWorker);
      dialogs.restore();
    }
    const pixels = names.length * 4 * WIDTH * HEIGHT;
    // Messages that were on their way to closed pages hold theirs until the next turns.
    await eventually(() =>
      assert.ok(buffersHeld() - before < pixels / 10, 'the pixels of closed images are still held'),
    );
  });
});

/** Bytes in buffers after a collection of garbage. */
function buffersHeld(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag adds to new contexts
  collect();
  return process.memoryUsage().arrayBuffers;
}
