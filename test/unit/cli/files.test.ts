import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseOccupied, writeOutput } from '../../../src/cli/files';
import { UserError } from '../../../src/shared/userError';
import { useFolder } from './commandLine';

/** As the programs see it that write while another one does. */
describe('an output of the command line', () => {
  const folder = useFolder();
  const file = (name: string) => join(folder(), name);

  async function assertRefused(refusal: Promise<void>, sentence: RegExp): Promise<void> {
    await assert.rejects(refusal, (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, sentence);
      return true;
    });
  }

  it('whose place was free before the work, and is taken at its end, is still refused', async () => {
    await refuseOccupied(file('a.png'), false);
    await writeFile(file('a.png'), 'mine');
    await assertRefused(writeOutput(file('a.png'), 'new', false), /exists already; use --force/);
    assert.equal(await readFile(file('a.png'), 'utf8'), 'mine');
    assert.deepEqual(await readdir(folder()), ['a.png'], 'no temporary file is left');
  });

  it('in whose way a folder has come is refused as well, with and without --force', async () => {
    await mkdir(file('a.png'));
    await assertRefused(writeOutput(file('a.png'), 'new', false), /exists already/);
    await assertRefused(writeOutput(file('a.png'), 'new', true), /can't be written: /);
    assert.deepEqual(await readdir(folder()), ['a.png'], 'no temporary file is left');
  });

  it('is refused before the work where something is, or nothing can be', async () => {
    await writeFile(file('a.png'), 'mine');
    await refuseOccupied(file('a.png'), true);
    await assertRefused(refuseOccupied(file('a.png'), false), /exists already; use --force/);
    await assertRefused(
      refuseOccupied(join(file('a.png'), 'b.png'), true),
      /part of its path is not a folder/,
    );
    await mkdir(file('folder'));
    await assertRefused(refuseOccupied(file('folder'), true), /can't be written: it is a folder\.$/);
    await refuseOccupied(join(file('new'), 'b.png'), false); // a folder that will be made
  });

  it('replaces a link, not what it leads to', async function () {
    if (process.platform === 'win32') this.skip(); // links need rights there that nobody has
    await writeFile(file('a.png'), 'mine');
    await symlink('a.png', file('link.png'));
    await symlink('nowhere', file('dangling.png'));
    await assertRefused(refuseOccupied(file('dangling.png'), false), /exists already/);
    await refuseOccupied(file('link.png'), true);
    await writeOutput(file('link.png'), 'new', true);
    assert.equal(await readFile(file('a.png'), 'utf8'), 'mine');
    assert.equal(await readFile(file('link.png'), 'utf8'), 'new');
  });
});
