import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { AnsweredDialogs } from './answeredDialogs';
import { closeEditors, openEditor, save } from './openEditor';
import { PNG_SIGNATURE } from './pngSignature';
import { mountSmallDisk } from '../host/smallDisk';
import { namesIn, workspaceFile } from './workspaceFile';

const { fs } = vscode.workspace;
/** A small picture under a name that no session is kept for. */
const SOURCE = 'emblem.png';

describe('the command Save Reduced PNG', () => {
  const target = workspaceFile('emblem.k16.png');
  let dialogs: AnsweredDialogs;
  let atFirst: string[];

  before(() => fs.copy(workspaceFile('address-book-icon.png'), workspaceFile(SOURCE)));

  after(() => fs.delete(workspaceFile(SOURCE)));

  beforeEach(async () => {
    atFirst = await namesIn(workspaceFile(''));
  });

  afterEach(async () => {
    dialogs.restore();
    await closeEditors();
    for (const name of await namesIn(workspaceFile(''))) {
      if (!atFirst.includes(name)) await fs.delete(workspaceFile(name), { recursive: true });
    }
  });

  async function added(): Promise<string[]> {
    return (await namesIn(workspaceFile(''))).filter((name) => !atFirst.includes(name));
  }

  it('writes the file beside the source and returns its name', async () => {
    dialogs = new AnsweredDialogs();
    const source = await fs.readFile(workspaceFile(SOURCE));
    await openEditor(workspaceFile(SOURCE));
    assert.equal(await save(), 'emblem.k16.png');
    const saved = await fs.readFile(target);
    assert.deepEqual([...saved.subarray(0, 8)], [...PNG_SIGNATURE]);
    assert.deepEqual(await added(), ['emblem.k16.png']);
    assert.deepEqual(await fs.readFile(workspaceFile(SOURCE)), source);
    assert.deepEqual(dialogs.questions, []);
  });

  it('asks before it replaces a file, and returns nothing when the answer is no', async () => {
    dialogs = new AnsweredDialogs();
    await fs.writeFile(target, Uint8Array.of(1));
    await openEditor(workspaceFile(SOURCE));
    assert.equal(await save(), undefined);
    assert.deepEqual([...(await fs.readFile(target))], [1]);
    assert.deepEqual(dialogs.questions, ['“emblem.k16.png” already exists.']);
    assert.deepEqual(await added(), ['emblem.k16.png']);
  });

  it('returns the free name it was told to use', async () => {
    dialogs = new AnsweredDialogs((buttons) => buttons.find((button) => button.startsWith('Save as')));
    await fs.writeFile(target, Uint8Array.of(1));
    await openEditor(workspaceFile(SOURCE));
    assert.equal(await save(), 'emblem.k16 (2).png');
    assert.deepEqual([...(await fs.readFile(target))], [1]);
    assert.deepEqual(await added(), ['emblem.k16 (2).png', 'emblem.k16.png']);
  });

  it('never replaces a folder', async () => {
    dialogs = new AnsweredDialogs(() => 'Replace');
    const inside = vscode.Uri.joinPath(target, 'notes.txt');
    await fs.createDirectory(target);
    await fs.writeFile(inside, Uint8Array.of(1));
    await openEditor(workspaceFile(SOURCE));
    assert.equal(await save(), undefined);
    assert.deepEqual(dialogs.errors, ['“emblem.k16.png” is a folder. Save under another name.']);
    assert.deepEqual([...(await fs.readFile(inside))], [1]);
    assert.deepEqual(await added(), ['emblem.k16.png']);
  });

  for (const trouble of ['full', 'read-only'] as const) {
    it(`says that the disk is ${trouble}, and keeps the older file`, async function () {
      const disk = mountSmallDisk(400);
      if (!disk) return this.skip();
      dialogs = new AnsweredDialogs(() => 'Replace');
      const older = join(disk.path, 'ü #1 100%.k16.png');
      try {
        copyFileSync(workspaceFile('address-book-icon.png').fsPath, join(disk.path, 'ü #1 100%.png'));
        writeFileSync(older, 'an older file');
        if (trouble === 'full') fillUp(join(disk.path, 'filler'));
        else disk.makeReadOnly();
        await openEditor(vscode.Uri.file(join(disk.path, 'ü #1 100%.png')));
        assert.equal(await save(), undefined);
        assert.deepEqual(dialogs.errors, [
          trouble === 'full'
            ? '“ü #1 100%.k16.png” was not saved: the disk is full. Make room there, or save elsewhere.'
            : '“ü #1 100%.k16.png” was not saved: the folder is read-only. Save it to another one.',
        ]);
        assert.equal(readFileSync(older, 'utf8'), 'an older file');
        assert.deepEqual(
          readdirSync(disk.path).filter((name) => name.endsWith('.tmp')),
          [],
        );
        await closeEditors();
      } finally {
        disk.remove();
      }
    });
  }

  for (const name of [
    '100% #1?x=y.png',
    'köln & 東京 🎨.png',
    '%2e%2e%2fup.png',
    'a[Free](command:quit).png',
  ]) {
    it(`opens and saves ${name}`, async () => {
      dialogs = new AnsweredDialogs();
      await fs.copy(workspaceFile('address-book-icon.png'), workspaceFile(name));
      await openEditor(workspaceFile(name));
      const saved = await save();
      assert.ok(saved, dialogs.errors.join());
      assert.deepEqual(await added(), [name, saved].sort());
      assert.equal(saved, name.replace(/\.png$/, '.k16.png').replaceAll(/[?:]/g, '-'));
    });
  }

  it('never replaces the source, whatever the pattern for names', async () => {
    const settings = vscode.workspace.getConfiguration('tessera', target);
    const source = await fs.readFile(workspaceFile(SOURCE));
    let offered: string[] = [];
    dialogs = new AnsweredDialogs((buttons) => {
      offered = buttons;
      return undefined;
    });
    await settings.update('save.fileName', '${name}.png', vscode.ConfigurationTarget.Global);
    try {
      await openEditor(workspaceFile(SOURCE));
      assert.equal(await save(), undefined);
    } finally {
      await settings.update('save.fileName', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.deepEqual(offered, ['Save as “emblem (2).png”']);
    assert.deepEqual(await fs.readFile(workspaceFile(SOURCE)), source);
  });

  it('does nothing when no image is in front', async () => {
    dialogs = new AnsweredDialogs();
    assert.equal(await save(), undefined);
    assert.deepEqual(await added(), []);
    assert.deepEqual([...dialogs.errors, ...dialogs.questions], []);
  });
});

/** Writes until nothing more fits. */
function fillUp(path: string): void {
  assert.throws(() => {
    for (;;) appendFileSync(path, Buffer.alloc(1024));
  }, /ENOSPC/);
}
