import './vscodeStub';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { writeNewFile } from '../../../../src/editor/writing/writeFile';
import { UserError } from '../../../../src/shared/userError';
import { useFolder } from '../../cli/commandLine';

const WRITER = resolve('out/test/unit/editor/writing/endlessWriter.js');
const OLDER = Uint8Array.of(1, 2, 3);
const NEWER = Uint8Array.of(4, 5);
const { fs } = vscode.workspace;

describe('writing a file', () => {
  const folder = useFolder();
  const path = () => join(folder(), 'out.png');
  const uri = () => vscode.Uri.file(path());

  it('never leaves the name without a file while it replaces one', async () => {
    writeFileSync(path(), OLDER);
    const watched = Object.fromEntries(
      Object.entries(fs).map(([name, operation]) => [
        name,
        async (...words: unknown[]) => {
          const result = await (operation as (...words: unknown[]) => unknown)(...words);
          assert.ok(statSync(path()).size > 0, `after ${name}`);
          return result;
        },
      ]),
    ) as unknown as vscode.FileSystem; // the same operations, watched
    assert.equal(await writeNewFile(watched, uri(), NEWER, true), 'written');
    assert.deepEqual([...readFileSync(path())], [...NEWER]);
    assert.deepEqual(readdirSync(folder()), ['out.png']);
  });

  it('leaves a file alone that appears between the check and the writing', async () => {
    const late = Object.assign(Object.create(fs) as vscode.FileSystem, {
      writeFile: async (to: vscode.Uri, bytes: Uint8Array) => {
        await fs.writeFile(to, bytes);
        writeFileSync(path(), OLDER);
      },
    });
    assert.equal(await writeNewFile(late, uri(), NEWER, false), 'exists');
    assert.deepEqual([...readFileSync(path())], [...OLDER]);
    assert.deepEqual(readdirSync(folder()), ['out.png']);
  });

  it('gives a free name to one of many that want it at the same moment', async () => {
    const wanted = [...Array(40).keys()].map((value) => new Uint8Array(1000).fill(value));
    const outcomes = await Promise.all(wanted.map((bytes) => writeNewFile(fs, uri(), bytes, false)));
    assert.equal(outcomes.filter((outcome) => outcome === 'written').length, 1);
    assert.deepEqual([...readFileSync(path())], [...wanted[outcomes.indexOf('written')]!]);
    assert.deepEqual(readdirSync(folder()), ['out.png']);
  });

  it('replaces a link, not what it leads to', async () => {
    const elsewhere = join(folder(), 'elsewhere.png');
    writeFileSync(elsewhere, OLDER);
    symlinkSync(elsewhere, path());
    assert.equal(await writeNewFile(fs, uri(), NEWER, true), 'written');
    assert.deepEqual([...readFileSync(elsewhere)], [...OLDER]);
    assert.deepEqual([...readFileSync(path())], [...NEWER]);
    assert.equal(lstatSync(path()).isSymbolicLink(), false);
  });

  it('refuses a folder, and a link to one', async () => {
    mkdirSync(path());
    const link = join(folder(), 'link.png');
    symlinkSync(path(), link);
    for (const target of [path(), link]) {
      await assert.rejects(writeNewFile(fs, vscode.Uri.file(target), NEWER, true), (error) => {
        assert.ok(error instanceof UserError);
        assert.match(error.message, /^“\w+\.png” is a folder\. Save under another name\.$/);
        return true;
      });
    }
    assert.deepEqual(readdirSync(folder()).sort(), ['link.png', 'out.png']);
  });

  for (const [place, target, sentence] of [
    ['under a name that is too long', `${'a'.repeat(300)}.png`, /the name is too long\.$/],
    [
      'in a folder that is gone',
      join('gone', 'out.png'),
      /its folder is not there any more\. Save it to another one\.$/,
    ],
  ] as const) {
    it(`says why it can't be done ${place}`, async () => {
      const asked = writeNewFile(fs, vscode.Uri.file(join(folder(), target)), NEWER, true);
      await assert.rejects(asked, (error) => error instanceof UserError && sentence.test(error.message));
      assert.deepEqual(readdirSync(folder()), []);
    });
  }

  for (const writer of ['editor', 'cli']) {
    it(`leaves a whole file when the process is killed: ${writer}`, async function () {
      this.timeout(60_000);
      for (let round = 0; round < 8; round++) {
        const child = spawn(process.execPath, [WRITER, writer, path()], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        await once(child.stdout, 'data');
        await delay((round * 37) % 50); // another moment of its work each time
        child.kill('SIGKILL');
        await once(child, 'exit');
        const bytes = readFileSync(path());
        assert.equal(bytes.length, 3_000_000);
        assert.ok(
          bytes.every((value) => value === bytes[0]),
          'half of one file and half of another',
        );
      }
    });
  }
});
