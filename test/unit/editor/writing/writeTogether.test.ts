import './vscodeStub';
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import disk from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { writeTogether } from '../../../../src/editor/writing/writeTogether';
import { UserError } from '../../../../src/shared/userError';
import { useFolder } from '../../cli/commandLine';

const { fs } = vscode.workspace;
const NAMES = ['a.json', 'a.png'];
const BUSY = 'EBUSY: resource busy or locked';

describe('writing files together', () => {
  const folder = useFolder();
  const path = (name: string) => join(folder(), name);
  const wanted = (mayReplace: boolean) =>
    NAMES.map((name) => ({
      uri: vscode.Uri.file(path(name)),
      bytes: Buffer.from(`new ${name}`),
      mayReplace,
    }));
  const contents = () =>
    Object.fromEntries(readdirSync(folder()).map((name) => [name, readFileSync(path(name), 'utf8')]));

  async function refusal(files: vscode.FileSystem, mayReplace: boolean): Promise<string> {
    const error: unknown = await writeTogether(files, wanted(mayReplace)).then(
      () => assert.fail('all were written'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof UserError, String(error));
    return error.message;
  }

  const { link, rename } = disk;
  afterEach(() => Object.assign(disk, { link, rename }));

  /** The same operations, but one of them fails the nth time (renaming: to the nth name). */
  function failing(operation: 'writeFile' | 'rename' | 'copy', nth: number): vscode.FileSystem {
    if (operation === 'rename') return failingToRename(NAMES[nth - 1]!);
    let count = 0;
    return Object.assign(Object.create(fs) as vscode.FileSystem, {
      [operation]: (...words: unknown[]) =>
        ++count === nth
          ? Promise.reject(new Error(BUSY))
          : (fs[operation] as (...words: unknown[]) => unknown)(...words),
    });
  }

  /** On a disk, VS Code's file system is not asked. */
  function failingToRename(name: string): vscode.FileSystem {
    for (const [operation, original] of Object.entries({ link, rename })) {
      const faulty = (from: string, to: string) =>
        to === path(name) ? Promise.reject(new Error(BUSY)) : original(from, to);
      Object.assign(disk, { [operation]: faulty });
    }
    return fs;
  }

  it('writes all of them, and leaves nothing beside', async () => {
    await writeTogether(fs, wanted(false));
    assert.deepEqual(contents(), { 'a.json': 'new a.json', 'a.png': 'new a.png' });
    await writeTogether(fs, wanted(true));
    assert.deepEqual(contents(), { 'a.json': 'new a.json', 'a.png': 'new a.png' });
  });

  for (const [operation, nth] of [
    ['writeFile', 1],
    ['writeFile', 2],
    ['rename', 1],
    ['rename', 2],
  ] as const) {
    it(`writes none when ${operation} fails at file ${nth}`, async () => {
      const sentence = await refusal(failing(operation, nth), false);
      assert.match(sentence, new RegExp(`^“${NAMES[nth - 1]!}” was not saved: another program uses it\\.`));
      assert.deepEqual(contents(), {});
    });
  }

  for (const [operation, nth] of [
    ['writeFile', 1],
    ['writeFile', 2],
    ['copy', 1],
    ['rename', 2],
  ] as const) {
    it(`keeps the older ones when ${operation} fails the ${nth}. time`, async () => {
      for (const name of NAMES) writeFileSync(path(name), `old ${name}`);
      await refusal(failing(operation, nth), true);
      assert.deepEqual(contents(), { 'a.json': 'old a.json', 'a.png': 'old a.png' });
    });
  }

  it('puts the first back when the second is a folder', async () => {
    writeFileSync(path('a.json'), 'old a.json');
    mkdirSync(path('a.png'));
    assert.equal(await refusal(fs, true), '“a.png” is a folder. Save under another name.');
    assert.equal(readFileSync(path('a.json'), 'utf8'), 'old a.json');
    assert.deepEqual(readdirSync(folder()).sort(), NAMES);
  });

  it('leaves a file alone that appears meanwhile, and writes none', async () => {
    const late = Object.assign(Object.create(fs) as vscode.FileSystem, {
      writeFile: async (to: vscode.Uri, bytes: Uint8Array) => {
        await fs.writeFile(to, bytes);
        writeFileSync(path('a.png'), 'from elsewhere');
      },
    });
    assert.equal(
      await refusal(late, false),
      '“a.png” appeared there just now and was left as it is. Nothing was saved.',
    );
    assert.deepEqual(contents(), { 'a.png': 'from elsewhere' });
  });
});
