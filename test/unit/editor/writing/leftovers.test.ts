import './vscodeStub';
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { removeLeftovers } from '../../../../src/editor/writing/leftovers';
import { writeNewFile } from '../../../../src/editor/writing/writeFile';
import { useFolder } from '../../cli/commandLine';

const { fs } = vscode.workspace;
const HOUR_S = 3600;
const LEFT = '.tessera-0123abcd.tmp';

describe('what a killed process has left behind', () => {
  const folder = useFolder();
  const written = () => join(folder(), 'out.png');
  const now = () => Date.now() / 1000;

  function put(name: string, ageInSeconds: number): void {
    writeFileSync(join(folder(), name), 'half of a file');
    utimesSync(join(folder(), name), now(), now() - ageInSeconds);
  }

  function age(name: string, ageInSeconds: number): void {
    utimesSync(join(folder(), name), now(), now() - ageInSeconds);
  }

  const names = () => readdirSync(folder()).sort();

  beforeEach(() => writeFileSync(written(), 'whole'));

  it('is removed when it is older than an hour', async () => {
    put(LEFT, HOUR_S + 60);
    put('.tessera-89abcdef.tmp', 90 * HOUR_S);
    put('.tessera-76543210.tmp', HOUR_S - 60);
    await removeLeftovers(fs, vscode.Uri.file(written()));
    assert.deepEqual(names(), ['.tessera-76543210.tmp', 'out.png']);
  });

  it('is told from files of other names, also from what is kept of replaced files', async () => {
    const others = [
      '.tessera-0123abcd.old',
      '.tessera-0123abcd.tmp.png',
      '.tessera-0123abc.tmp',
      '.tessera-0123ABCD.tmp',
      'a.tessera-0123abcd.tmp',
      'notes.tmp',
    ];
    for (const name of others) put(name, 90 * HOUR_S);
    await removeLeftovers(fs, vscode.Uri.file(written()));
    assert.deepEqual(names(), [...others, 'out.png'].sort());
  });

  it('is never a folder or a link', async () => {
    mkdirSync(join(folder(), LEFT));
    age(LEFT, 90 * HOUR_S);
    put('notes.txt', 90 * HOUR_S);
    symlinkSync(join(folder(), 'notes.txt'), join(folder(), '.tessera-aaaaaaaa.tmp'));
    symlinkSync(join(folder(), LEFT), join(folder(), '.tessera-bbbbbbbb.tmp'));
    symlinkSync(join(folder(), 'nowhere'), join(folder(), '.tessera-cccccccc.tmp'));
    const before = names();
    await removeLeftovers(fs, vscode.Uri.file(written()));
    assert.deepEqual(names(), before);
  });

  it('is as old as the folder’s own clock says', async () => {
    put(LEFT, 2 * HOUR_S);
    age('out.png', 2 * HOUR_S); // just written, on a disk whose clock is late
    await removeLeftovers(fs, vscode.Uri.file(written()));
    assert.deepEqual(names(), [LEFT, 'out.png']);
  });

  it('is removed by whatever is written next', async () => {
    put(LEFT, 2 * HOUR_S);
    assert.equal(
      await writeNewFile(fs, vscode.Uri.file(join(folder(), 'next.png')), Uint8Array.of(1), false),
      'written',
    );
    while (names().includes(LEFT)) await delay(5); // nobody waits for it but this test
    assert.deepEqual(names(), ['next.png', 'out.png']);
  });

  for (const operation of ['readDirectory', 'stat', 'delete'] as const) {
    it(`does not disturb the saving when ${operation} fails`, async () => {
      put(LEFT, 2 * HOUR_S);
      let failed = 0;
      const failing = Object.assign(Object.create(fs) as vscode.FileSystem, {
        [operation]: () => {
          failed++;
          return Promise.reject(new Error('EIO: i/o error'));
        },
      });
      const uri = vscode.Uri.file(join(folder(), 'next.png'));
      assert.equal(await writeNewFile(failing, uri, Uint8Array.of(1), false), 'written');
      await removeLeftovers(failing, uri);
      assert.ok(failed > 0);
      assert.deepEqual(names(), [LEFT, 'next.png', 'out.png']);
    });
  }
});
