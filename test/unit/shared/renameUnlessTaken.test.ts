import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renameUnlessTaken } from '../../../src/shared/renameUnlessTaken.node';
import { useFolder } from '../cli/commandLine';

describe('giving a file a name that may be taken', () => {
  const folder = useFolder();
  const file = (name: string) => join(folder(), name);
  const { link } = fs;

  beforeEach(() => writeFile(file('new.tmp'), 'new'));

  afterEach(() => {
    fs.link = link;
  });

  function withoutLinks(): void {
    fs.link = () => Promise.reject(Object.assign(new Error('no links here'), { code: 'EPERM' }));
  }

  for (const [kind, prepare] of [
    ['with links', () => undefined],
    ['without links', withoutLinks],
  ] as const) {
    describe(`on a disk ${kind}`, () => {
      beforeEach(prepare);

      it('renames where the name is free', async () => {
        assert.equal(await renameUnlessTaken(file('new.tmp'), file('a.png')), true);
        assert.equal(await readFile(file('a.png'), 'utf8'), 'new');
        assert.deepEqual(await readdir(folder()), ['a.png']);
      });

      it('leaves a file, a folder, a link to one, and a dead link alone', async function () {
        if (process.platform === 'win32') this.skip(); // links need rights there that nobody has
        await writeFile(file('a.png'), 'mine');
        await mkdir(file('folder'));
        await symlink('a.png', file('link'));
        await symlink('nowhere', file('dead'));
        const before = await readdir(folder());
        for (const taken of ['a.png', 'folder', 'link', 'dead']) {
          assert.equal(await renameUnlessTaken(file('new.tmp'), file(taken)), false, taken);
        }
        assert.equal(await readFile(file('a.png'), 'utf8'), 'mine');
        assert.deepEqual(await readdir(folder()), before);
      });

      it('rejects with what is wrong', async () => {
        await assert.rejects(renameUnlessTaken(file('new.tmp'), file('gone/a.png')), { code: 'ENOENT' });
        await assert.rejects(renameUnlessTaken(file('nothing.tmp'), file('a.png')), { code: 'ENOENT' });
        assert.deepEqual(await readdir(folder()), ['new.tmp']);
      });
    });
  }
});
