import assert from 'node:assert/strict';
import { link, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { QUICK, smallPhoto, tessera, useFolder } from './commandLine';
import { mountSmallDisk } from '../../host/smallDisk';
import { reportsOf } from './report';

async function isPng(path: string): Promise<boolean> {
  return (await sharp(path).metadata()).format === 'png';
}

describe('where the command line writes', () => {
  const folder = useFolder();
  const file = (...names: string[]) => join(folder(), ...names);
  const names = async () => (await readdir(folder(), { recursive: true })).sort();
  const reduce = (...words: string[]) => tessera(folder(), 'reduce', ...QUICK, ...words);

  it('beside each source, in whatever folder', async () => {
    await mkdir(file('deep', 'er'), { recursive: true });
    await smallPhoto(file('deep', 'er'), 'a.png');
    await smallPhoto(folder(), 'b.jpg');
    const { code, stdout } = await reduce(join('deep', 'er', 'a.png'), 'b.jpg', '--json');
    assert.equal(code, 0);
    assert.deepEqual(
      reportsOf(stdout).map(({ input, output }) => [input, output]),
      [
        [join('deep', 'er', 'a.png'), join('deep', 'er', 'a.k16.png')],
        ['b.jpg', 'b.k16.png'],
      ],
    );
    assert.ok(await isPng(file('deep', 'er', 'a.k16.png')));
    assert.ok(await isPng(file('b.k16.png')));
  });

  it('to --out, in a folder that is made', async () => {
    await smallPhoto(folder(), 'a.png');
    const { code } = await reduce('a.png', '--out', join('new', 'b.png'));
    assert.equal(code, 0);
    assert.deepEqual(await names(), ['a.png', 'new', join('new', 'b.png')]);
  });

  it('into --out-dir, which is made', async () => {
    await smallPhoto(folder(), 'a.png');
    await smallPhoto(folder(), 'b.png');
    const { code } = await reduce('a.png', 'b.png', '-k', '4', '--out-dir', 'small');
    assert.equal(code, 0);
    assert.deepEqual(await readdir(file('small')), ['a.k4.png', 'b.k4.png']);
  });

  for (const name of [
    'with space.png',
    '100 % #1 [x] {y}.png',
    'größe – 写真 🎨.PNG',
    '-dash.png',
    "it's.jpeg",
  ]) {
    it(`takes the name “${name}”`, async () => {
      await smallPhoto(folder(), name);
      const { code, stderr } = await reduce(join('.', name).startsWith('-') ? `./${name}` : name);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      const stem = name.slice(0, name.lastIndexOf('.'));
      assert.deepEqual(await names(), [name, `${stem}.k16.png`].sort());
    });
  }

  it('takes a name that begins with a dash after --', async () => {
    await smallPhoto(folder(), '-k.png');
    const { code } = await reduce('-k', '4', '--', '-k.png');
    assert.equal(code, 0);
    assert.ok(await isPng(file('-k.k4.png')));
  });

  it('refuses a file that exists and leaves it as it was', async () => {
    await smallPhoto(folder(), 'a.png');
    await writeFile(file('a.k16.png'), 'mine');
    const { code, stdout, stderr } = await reduce('a.png', '--json');
    assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
    assert.equal(stderr, 'tessera: “a.k16.png” exists already; use --force to replace it.\n');
    assert.equal(await readFile(file('a.k16.png'), 'utf8'), 'mine');
    assert.deepEqual(await names(), ['a.k16.png', 'a.png'], 'no temporary file is left');
  });

  it('replaces it with --force', async () => {
    await smallPhoto(folder(), 'a.png');
    await writeFile(file('a.k16.png'), 'mine');
    const { code } = await reduce('a.png', '--force');
    assert.equal(code, 0);
    assert.ok(await isPng(file('a.k16.png')));
    assert.deepEqual(await names(), ['a.k16.png', 'a.png'], 'no temporary file is left');
  });

  it('does not replace with --force what it has just written for another source', async () => {
    await smallPhoto(folder(), 'a.png');
    await smallPhoto(folder(), 'a.jpg');
    const { code, stdout, stderr } = await reduce('a.png', 'a.jpg', '--force', '--json');
    assert.equal(code, 1);
    assert.deepEqual(
      reportsOf(stdout).map(({ input }) => input),
      ['a.png'],
    );
    assert.match(stderr, /“a\.k16\.png” was just written for another source/);
  });

  it('says why it cannot write', async () => {
    await smallPhoto(folder(), 'a.png');
    await writeFile(file('file'), 'a file, no folder');
    const { code, stderr } = await reduce('a.png', '--out', join('file', 'b.png'));
    assert.equal(code, 1);
    assert.match(stderr, /^tessera: “.+” can't be written: .+\.\n$/);
    assert.deepEqual(await names(), ['a.png', 'file']);
  });

  for (const [trouble, reason] of [
    ['full', /“.+” can't be written: the disk is full\.\n$/],
    ['read-only', /“.+” can't be written: the file system is read-only\.\n$/],
  ] as const) {
    it(`keeps the older file when the disk is ${trouble}`, async function () {
      const disk = mountSmallDisk(64);
      if (!disk) return this.skip();
      try {
        await smallPhoto(folder(), 'a.png');
        const out = join(disk.path, 'ü #1 100%.png');
        await writeFile(out, 'an older file');
        if (trouble === 'full') await writeFile(join(disk.path, 'filler'), Buffer.alloc(60 * 1024));
        else disk.makeReadOnly();
        const { code, stderr } = await reduce('a.png', '--force', '--out', out);
        assert.equal(code, 1);
        assert.match(stderr, reason);
        assert.equal(await readFile(out, 'utf8'), 'an older file');
        assert.deepEqual(
          (await readdir(disk.path)).filter((name) => name.endsWith('.tmp')),
          [],
        );
      } finally {
        disk.remove();
      }
    });
  }

  it('says that a folder is in the way, even with --force', async () => {
    await smallPhoto(folder(), 'a.png');
    await mkdir(file('a.k16.png'));
    for (const words of [[], ['--force']]) {
      const { code, stderr } = await reduce('a.png', ...words);
      assert.equal(code, 1);
      assert.equal(stderr, "tessera: “a.k16.png” can't be written: it is a folder.\n");
    }
    assert.deepEqual(await names(), ['a.k16.png', 'a.png']);
  });
});

describe('the sources of the command line', () => {
  const folder = useFolder();
  const file = (name: string) => join(folder(), name);
  const reduce = (...words: string[]) => tessera(folder(), 'reduce', ...QUICK, ...words);

  /** Runs, and checks that it is refused and that the source is as it was. */
  async function assertRefused(...words: string[]): Promise<void> {
    const before = await readFile(file('a.png'));
    const { code, stdout, stderr } = await reduce(...words, '--force');
    assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
    assert.match(stderr, /^tessera: “.+” is a source, which is never overwritten; .+\.\n$/);
    assert.deepEqual(await readFile(file('a.png')), before);
  }

  it('are never overwritten, even with --force', async () => {
    await smallPhoto(folder(), 'a.png');
    await assertRefused('a.png', '--out', 'a.png');
    await assertRefused('a.png', '--out', join('..', folder().split(/[\\/]/).at(-1)!, 'a.png'));
  });

  it('are never overwritten through a hard link', async () => {
    await smallPhoto(folder(), 'a.png');
    await link(file('a.png'), file('b.png'));
    await assertRefused('a.png', '--out', 'b.png');
  });

  it('are never overwritten through a symbolic link', async function () {
    if (process.platform === 'win32') this.skip(); // links need rights there that nobody has
    await smallPhoto(folder(), 'a.png');
    await symlink('a.png', file('b.png'));
    await assertRefused('a.png', '--out', 'b.png');
    await assertRefused('b.png', '--out', 'a.png');
  });

  it('are never overwritten by the output of another', async () => {
    await smallPhoto(folder(), 'a.png');
    await smallPhoto(folder(), 'a.k16.png');
    const before = await readFile(file('a.k16.png'));
    const { code, stderr } = await reduce('a.png', 'a.k16.png', '--force');
    assert.equal(code, 1);
    assert.match(stderr, /“a\.k16\.png” is a source/);
    assert.deepEqual(await readFile(file('a.k16.png')), before);
    assert.equal((await sharp(file('a.k16.k16.png')).metadata()).format, 'png', 'the other is still done');
  });
});
