import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AnsweredDialogs } from './answeredDialogs';
import { MEMORY_SCHEME, MemoryFiles } from './memoryFiles';
import { closeEditors, openEditor, save } from './openEditor';
import { PNG_SIGNATURE } from './pngSignature';
import { workspaceFile } from './workspaceFile';

const SOURCE = 'icon.png';
const SAVED = 'icon.k16.png';

const TROUBLES = {
  'a full disk': new Error('ENOSPC: no space left on device'),
  'a read-only folder': vscode.FileSystemError.NoPermissions('The folder is read-only.'),
};
const SENTENCES: Record<keyof typeof TROUBLES, RegExp> = {
  'a full disk': /^“icon\.k16\.png” was not saved: the disk is full\. Make room there, or save elsewhere\.$/,
  'a read-only folder':
    /^“icon\.k16\.png” was not saved: the folder is read-only\. Save it to another one\.$/,
};

describe('an image that is not on a disk', () => {
  const files = new MemoryFiles();
  let registration: vscode.Disposable;
  let dialogs: AnsweredDialogs | undefined;
  let source: Uint8Array;

  before(async () => {
    registration = vscode.workspace.registerFileSystemProvider(MEMORY_SCHEME, files, {
      isCaseSensitive: true,
    });
    source = new Uint8Array(await vscode.workspace.fs.readFile(workspaceFile('address-book-icon.png')));
  });

  // As a Buffer of its own, like that of many extensions: nothing is copied on its way to whoever reads it.
  beforeEach(() => files.put(SOURCE, Buffer.copyBytesFrom(source)));

  afterEach(async () => {
    dialogs?.restore();
    await closeEditors();
    files.clear();
  });

  after(() => {
    registration.dispose();
  });

  function answer(choose?: (buttons: string[]) => string | undefined): AnsweredDialogs {
    dialogs = new AnsweredDialogs(choose);
    return dialogs;
  }

  it('is saved beside it as a PNG, the source untouched', async () => {
    answer();
    await openEditor(files.uri(SOURCE));
    assert.equal(await save(), SAVED);
    assert.deepEqual(files.names(), [SAVED, SOURCE].sort());
    assertSame(files.get(SOURCE), source);
    assertSame(files.get(SAVED)?.subarray(0, 8), PNG_SIGNATURE);
  });

  it('is saved over an older file only when that is wanted', async () => {
    const older = Uint8Array.of(1, 2, 3);
    files.put(SAVED, older);
    const { questions } = answer();
    await openEditor(files.uri(SOURCE));
    assert.equal(await save(), undefined);
    assert.deepEqual(questions, [`“${SAVED}” already exists.`]);
    assertSame(files.get(SAVED), older);
    assert.deepEqual(files.names(), [SAVED, SOURCE].sort());
  });

  for (const operation of ['writeFile', 'rename'] as const) {
    for (const [trouble, error] of Object.entries(TROUBLES)) {
      it(`leaves nothing behind when ${operation} meets ${trouble}`, async () => {
        files.failOn(operation, error);
        const { errors } = answer();
        await openEditor(files.uri(SOURCE));
        assert.equal(await save(), undefined);
        assert.deepEqual(files.names(), [SOURCE]);
        assertSame(files.get(SOURCE), source);
        assert.equal(errors.length, 1);
        assert.match(errors[0]!, SENTENCES[trouble as keyof typeof TROUBLES]);
      });

      it(`keeps the file to be replaced when ${operation} meets ${trouble}`, async () => {
        const older = Uint8Array.of(1, 2, 3);
        files.put(SAVED, older);
        answer(() => 'Replace');
        await openEditor(files.uri(SOURCE));
        files.failOn(operation, error);
        assert.equal(await save(), undefined);
        assert.deepEqual(files.names(), [SAVED, SOURCE].sort());
        assertSame(files.get(SAVED), older);
      });
    }
  }

  it('is read without taking the bytes away from where they lie', async () => {
    answer();
    await openEditor(files.uri(SOURCE));
    assert.equal(await save(), SAVED);
    assertSame(await vscode.workspace.fs.readFile(files.uri(SOURCE)), source);
  });

  it('puts the file to be replaced back when only the last step fails', async () => {
    const older = Uint8Array.of(1, 2, 3);
    files.put(SAVED, older);
    answer(() => 'Replace');
    await openEditor(files.uri(SOURCE));
    const isNewFile = (name: string) => files.get(name)?.[0] === PNG_SIGNATURE[0];
    files.failOn('rename', TROUBLES['a full disk'], isNewFile);
    assert.equal(await save(), undefined);
    assert.deepEqual(files.names(), [SAVED, SOURCE].sort());
    assertSame(files.get(SAVED), older);
  });

  it('is replaced by the new file, with nothing left beside it', async () => {
    files.put(SAVED, Uint8Array.of(1, 2, 3));
    answer(() => 'Replace');
    await openEditor(files.uri(SOURCE));
    assert.equal(await save(), SAVED);
    assert.deepEqual(files.names(), [SAVED, SOURCE].sort());
    assertSame(files.get(SAVED)?.subarray(0, 8), PNG_SIGNATURE);
  });

  it('can be saved once the trouble is over', async () => {
    files.failOn('writeFile', TROUBLES['a full disk']);
    answer();
    await openEditor(files.uri(SOURCE));
    assert.equal(await save(), undefined);
    files.recover();
    assert.equal(await save(), SAVED);
    assert.deepEqual(files.names(), [SAVED, SOURCE].sort());
  });
});

/** The same bytes, whether in a Buffer or not. */
function assertSame(actual: Uint8Array | undefined, expected: Uint8Array): void {
  assert.ok(actual, 'no such file');
  assert.ok(Buffer.from(actual).equals(expected), 'the bytes differ');
}
