import assert from 'node:assert/strict';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { QUICK, smallPhoto, tessera, useFolder } from './commandLine';
import { splitPng } from '../images/pngChunks';

const FAST = ['--max-improve-ms', '0'];
const BOOK = ['book.labels.png', 'book.codebook.json'];
/** Words after `palette`, and what is said to them. */
const WRONG: [words: string[], sentence: string][] = [
  [[], 'No image or palette file was named.'],
  [['a.png', 'b.png', '--format', 'css'], 'tessera palette takes one file.'],
  [['a.png'], 'No format was named; use --format, or --out with the extension of one.'],
  [['a.png', '--format', 'codebook'], 'A codebook has two files; say with --out where they should go.'],
  [['none.png', '--format', 'ase'], 'Adobe Swatch Exchange is a binary format; name a file with --out.'],
  [
    ['a.png', '--format', 'css', '--names', 'nice'],
    '--names takes index, name, role, lightness or a pattern with ${index}, ${name} and the like, not “nice”.',
  ],
  [['a.png', '--format', 'css', '-k', '1'], '-k takes a whole number from 2 to 4096, not “1”.'],
  [['a.png', '--format', 'css', '--prefer'], '--prefer needs --palette, whose colors it prefers.'],
];

describe('tessera palette', () => {
  const folder = useFolder();
  const file = (name: string) => join(folder(), name);
  const run = async (...words: string[]) => {
    const result = await tessera(folder(), ...words);
    assert.deepEqual([result.code, result.stderr], [0, '']);
    return result.stdout;
  };
  const fixture = (name: string) => copyFile(resolve('test/fixtures/palettes', name), file(name));

  it("prints an image's palette, which is the one that reducing it gives", async () => {
    await smallPhoto(folder(), 'photo.png');
    await run('reduce', 'photo.png', '-k', '8', ...QUICK);
    const plte = splitPng(await readFile(file('photo.k8.png'))).find(({ type }) => type === 'PLTE')!.data;
    const hexes = await run('palette', 'photo.png', '-k', '8', ...FAST, '--format', 'hex');
    assert.equal(hexes.replaceAll('\n', ''), plte.toString('hex'));
    const css = await run('palette', 'photo.png', '-k', '8', ...FAST, '--format', 'css', '--prefix', 'brand');
    assert.match(css, /^\/\* photo \*\/\n:root \{\n {2}--brand-1: #[\da-f]{6};\n/);
  });

  it('writes a file in the format that its extension says, and says so', async () => {
    await smallPhoto(folder(), 'photo.png');
    const said = await run('palette', 'photo.png', '-k', '4', ...FAST, '--out', 'photo.tokens.json');
    assert.equal(said, 'photo.png → photo.tokens.json: 4 colors, Design tokens (DTCG)\n');
    const tokens = JSON.parse(await readFile(file('photo.tokens.json'), 'utf8')) as Record<string, object>;
    assert.deepEqual(Object.keys(tokens.palette!), ['1', '2', '3', '4', '$type', '$description']);
  });

  it('converts palette files, with their names', async () => {
    await fixture('nord.ase');
    await run('palette', 'nord.ase', '--out', 'nord.gpl');
    const gpl = await readFile(file('nord.gpl'), 'utf8');
    assert.match(gpl, /^GIMP Palette\nName: nord\nColumns: 0\n#\n 46 {2}52 {2}64\tnord0\n/);
    assert.match(
      await run('palette', 'nord.gpl', '--format', 'css', '--names', 'role'),
      /--blue-900: #2e3440;|--gray-\d+: #2e3440;/,
    );
  });

  it('replaces no file unasked, and never the source', async () => {
    await fixture('nord.gpl');
    await writeFile(file('mine.css'), 'mine');
    const refused = await tessera(folder(), 'palette', 'nord.gpl', '--out', 'mine.css');
    assert.deepEqual([refused.code, refused.stdout], [1, '']);
    assert.equal(refused.stderr, 'tessera: “mine.css” exists already; use --force to replace it.\n');
    assert.equal(await readFile(file('mine.css'), 'utf8'), 'mine');
    await run('palette', 'nord.gpl', '--out', 'mine.css', '--force');
    const source = await tessera(folder(), 'palette', 'nord.gpl', '--out', 'nord.gpl', '--force');
    assert.equal(source.code, 1);
    assert.match(source.stderr, /is a source, which is never overwritten/);
  });

  for (const [words, sentence] of WRONG) {
    it(`answers “palette ${words.join(' ')}” with a sentence and exit code 2`, async () => {
      await smallPhoto(folder(), 'a.png');
      const { code, stdout, stderr } = await tessera(folder(), 'palette', ...words);
      assert.deepEqual([code, stdout], [2, '']);
      assert.equal(stderr, `tessera: ${sentence}\nTry: tessera palette --help\n`);
      assert.deepEqual(await readdir(folder()), ['a.png']);
    });
  }

  it('names every format in its help', async () => {
    const help = await run('palette', '--help');
    const ids = [
      'css',
      'scss',
      'less',
      'tailwind',
      'tailwind3',
      'tokens',
      'json',
      'csv',
      'hex',
      'gpl',
      'jasc-pal',
    ];
    const more = [
      'riff-pal',
      'ase',
      'aco',
      'act',
      'paint.net',
      'swatches',
      'sketchpalette',
      'svg',
      'png',
      'png-8x',
    ];
    for (const id of [...ids, ...more, 'png-32x', 'codebook']) assert.ok(help.includes(`\n  ${id} `), id);
  });

  it('takes a picture apart into a codebook and a label map, and puts it together again, exactly', async () => {
    for (const [name, k, optimize] of [
      ['photo.png', '16', 'fast'],
      ['photo.png', '300', 'fast'],
      ['icon.png', '8', 'small'],
    ] as const) {
      const how = ['--optimize', optimize];
      await smallPhoto(folder(), 'photo.png');
      await copyFile(resolve('test/fixtures/icon-transparent.png'), file('icon.png'));
      const options = ['-k', k, ...FAST, '--dither', 'floyd-steinberg', '--force'];
      await run('reduce', name, ...options, ...how, '--out', 'reduced.png');
      await run('palette', name, ...options, '--out', 'book.codebook.json');
      await run('reconstruct', ...BOOK, ...how, '--out', 'again.png', '--force');
      assert.deepEqual(
        await readFile(file('again.png')),
        await readFile(file('reduced.png')),
        `${name} ${k}`,
      );
    }
  });

  it('puts a codebook together whose colors were edited, in any order', async () => {
    await smallPhoto(folder(), 'photo.png');
    await run('palette', 'photo.png', '-k', '4', ...FAST, '--out', 'book.codebook.json');
    const book = JSON.parse(await readFile(file('book.codebook.json'), 'utf8')) as {
      colors: { hex: string }[];
    };
    ['#ffffff', '#00ff0080', '#000000', '#ff0000'].forEach((hex, i) => (book.colors[i]!.hex = hex));
    await writeFile(file('book.codebook.json'), JSON.stringify(book));
    await run('reconstruct', ...BOOK, '--out', 'again.png');
    const [labels, again] = await Promise.all([
      sharp(file('book.labels.png')).toColorspace('b-w').raw().toBuffer(),
      sharp(file('again.png')).ensureAlpha().raw().toBuffer(),
    ]);
    const colors = ['ffffffff', '00ff0080', '000000ff', 'ff0000ff'];
    for (let i = 0; i < labels.length; i++) {
      assert.equal(again.subarray(4 * i, 4 * i + 4).toString('hex'), colors[labels[i]!]);
    }
  });

  it('says what is wrong with what is to be put together', async () => {
    await smallPhoto(folder(), 'photo.png');
    await writeFile(file('book.json'), '{}');
    const { code, stderr } = await tessera(
      folder(),
      'reconstruct',
      'photo.png',
      'book.json',
      '--out',
      'x.png',
    );
    assert.deepEqual(
      [code, stderr],
      [1, 'tessera: “book.json” is no codebook: it is not JSON with “format”: “tessera-codebook”.\n'],
    );
    const unsaid = await tessera(folder(), 'reconstruct', 'photo.png', 'book.json');
    assert.equal(unsaid.code, 2);
    assert.match(unsaid.stderr, /--out.+\nTry: tessera reconstruct --help\n/);
  });
});

describe('tessera reduce --palette', () => {
  const folder = useFolder();
  const plteOf = async (name: string): Promise<string[]> => {
    const chunks = splitPng(await readFile(join(folder(), name)));
    return chunks
      .find(({ type }) => type === 'PLTE')!
      .data.toString('hex')
      .match(/.{6}/g)!;
  };
  const nord = async (): Promise<string[]> => {
    await copyFile(resolve('test/fixtures/palettes/nord.ase'), join(folder(), 'nord.ase'));
    const { stdout } = await tessera(folder(), 'palette', 'nord.ase', '--format', 'hex');
    return stdout.trim().split('\n');
  };

  it('uses exactly the colors of the file', async () => {
    await smallPhoto(folder(), 'photo.png');
    const colors = await nord();
    const words = ['photo.png', '--palette', 'nord.ase', ...QUICK, '--out', 'out.png'];
    const { code, stderr } = await tessera(folder(), 'reduce', ...words);
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual((await plteOf('out.png')).sort(), colors.sort());
  });

  it('adds others with --prefer, up to -k', async () => {
    await smallPhoto(folder(), 'photo.png');
    const colors = await nord();
    const words = ['photo.png', '--palette', 'nord.ase', '--prefer', '-k', '24', ...QUICK];
    const { code, stderr } = await tessera(folder(), 'reduce', ...words, '--out', 'out.png');
    assert.deepEqual([code, stderr], [0, '']);
    const plte = await plteOf('out.png');
    assert.equal(plte.length, 24);
    for (const color of colors) assert.ok(plte.includes(color), color);
  });

  it("takes another picture's palette, and gives colors back the names they had", async () => {
    await smallPhoto(folder(), 'photo.png');
    await tessera(folder(), 'reduce', 'photo.png', '-k', '8', ...QUICK);
    const words = ['photo.png', '--palette', 'photo.k8.png', ...QUICK, '--out', 'out.png'];
    assert.equal((await tessera(folder(), 'reduce', ...words)).code, 0);
    assert.deepEqual((await plteOf('out.png')).sort(), (await plteOf('photo.k8.png')).sort());
    await nord();
    const asked = ['photo.png', '--palette', 'nord.ase', '--format', 'css', ...FAST];
    const named = await tessera(folder(), 'palette', ...asked);
    assert.match(named.stdout, /--nord0: #2e3440;/);
  });

  it('says in a sentence what is wrong with the file', async () => {
    await smallPhoto(folder(), 'photo.png');
    await writeFile(join(folder(), 'one.hex'), '112233');
    await nord();
    for (const [words, sentence] of [
      [['photo.png'], '“photo.png” has no palette of its own, and more than 256 different colors.'],
      [['gone.gpl'], "“gone.gpl” can't be read: there is no such file or folder."],
      [['one.hex'], '“one.hex” holds a single color; a picture needs 2.'],
      [['nord.ase', '--prefer', '-k', '8'], '“nord.ase” holds more colors (16) than -k asks for (8)'],
    ] as const) {
      const { code, stdout, stderr } = await tessera(folder(), 'reduce', 'photo.png', '--palette', ...words);
      assert.deepEqual([code, stdout], [1, '']);
      assert.ok(stderr.startsWith(`tessera: ${sentence}`), stderr);
    }
    const both = await tessera(folder(), 'reduce', 'photo.png', '--palette', 'nord.ase', '-k', '8');
    assert.equal(both.code, 2);
  });
});
