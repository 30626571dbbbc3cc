import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { QUICK, smallPhoto, tessera, useFolder } from './commandLine';
import { reportsOf } from './report';
import { fixture } from '../images/fixture';
import { headerData, joinPng } from '../images/pngChunks';

/** 50,000 × 50,000 pixels, says its header; there is nothing behind it. */
const HUGE = joinPng([
  { type: 'IHDR', data: headerData(50_000, 50_000) },
  { type: 'IDAT', data: Buffer.alloc(10) },
  { type: 'IEND', data: Buffer.alloc(0) },
]);

const BAD: [what: string, name: string, bytes: Buffer, sentence: RegExp][] = [
  ['an empty file', 'empty.png', Buffer.alloc(0), /empty/],
  ['a text', 'text.png', Buffer.from('Not a picture.\n'), /is really a text file/],
  ['a file cut off', 'cut.png', fixture('truncated.png'), /cut off|damaged/],
  ['a damaged PNG', 'damaged.png', fixture('pngsuite/xcsn0g01.png'), /damaged/],
  ['a damaged JPEG', 'damaged.jpg', fixture('corrupt-header.jpg'), /damaged|not/],
  ['a claim of 50,000 × 50,000 pixels', 'huge.png', HUGE, /50000 × 50000.+2,500 megapixels/],
];

describe('the command line, given a bad file', () => {
  const folder = useFolder();

  for (const [what, name, bytes, sentence] of BAD) {
    it(`answers ${what} with one sentence and exit code 1, and writes nothing`, async () => {
      await writeFile(join(folder(), name), bytes);
      const { code, stdout, stderr } = await tessera(folder(), 'reduce', name, '--json');
      assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
      assert.match(stderr, /^tessera: “[^\n]+\.\n$/, 'one line that ends as a sentence');
      assert.ok(stderr.includes(`“${name}”`), stderr);
      assert.match(stderr, sentence);
      assert.deepEqual(await readdir(folder()), [name]);
    });
  }

  it('reduces what is damaged beside its picture, and says so', async () => {
    const png = Buffer.from(fixture('pngsuite/basn3p08.png'));
    png[png.indexOf('gAMA') + 8]! ^= 1; // its checksum
    await writeFile(join(folder(), 'shown.png'), png);
    for (const words of [
      ['reduce', 'shown.png', '--json', ...QUICK],
      ['palette', 'shown.png', '--max-improve-ms', '0', '--out', 'shown.gpl'],
    ]) {
      const { code, stderr } = await tessera(folder(), ...words);
      assert.equal(code, 0);
      assert.match(stderr, /^tessera: “shown\.png” is damaged beside its picture[^\n]+\.\n$/);
    }
  });

  it('says that a file is missing', async () => {
    const { code, stdout, stderr } = await tessera(folder(), 'reduce', 'gone.png');
    assert.deepEqual(
      { code, stdout, stderr },
      {
        code: 1,
        stdout: '',
        stderr: "tessera: “gone.png” can't be read: there is no such file or folder.\n",
      },
    );
    assert.deepEqual(await readdir(folder()), []);
  });

  it('says that a folder is no picture', async () => {
    await mkdir(join(folder(), 'folder.png'));
    const { code, stderr } = await tessera(folder(), 'reduce', 'folder.png');
    assert.equal(code, 1);
    assert.equal(stderr, "tessera: “folder.png” can't be read: it is a folder.\n");
  });

  it('does the other files all the same, and ends with exit code 1', async () => {
    await smallPhoto(folder(), 'one.png');
    await writeFile(join(folder(), 'bad.png'), 'Not a picture.\n');
    await smallPhoto(folder(), 'two.jpg');
    const { code, stdout, stderr } = await tessera(
      folder(),
      'reduce',
      'one.png',
      'bad.png',
      'two.jpg',
      '--json',
      ...QUICK,
    );
    assert.equal(code, 1);
    assert.deepEqual(
      reportsOf(stdout).map(({ input }) => input),
      ['one.png', 'two.jpg'],
    );
    assert.match(stderr, /^tessera: “bad\.png” [^\n]+\.\n$/);
    assert.deepEqual((await readdir(folder())).sort(), [
      ...['bad.png', 'one.k16.png', 'one.png', 'two.jpg', 'two.k16.png'],
    ]);
  });

  it('takes a larger picture only up to --max-megapixels', async () => {
    const wide = { width: 1200, height: 900 };
    await sharp({ create: { ...wide, channels: 3, background: 'teal' } })
      .png()
      .toFile(join(folder(), 'wide.png'));
    const refused = await tessera(folder(), 'reduce', 'wide.png', '--max-megapixels', '1');
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /1200 × 900 pixels \(1\.1 megapixels\)/);
    const done = await tessera(folder(), 'reduce', 'wide.png', '--max-megapixels', '2', ...QUICK);
    assert.equal(done.code, 0);
  });
});
