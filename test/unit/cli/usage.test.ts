import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { smallPhoto, tessera, useFolder } from './commandLine';

/** Words after `reduce`, and what is said to them. */
const WRONG: [words: string[], sentence: string][] = [
  [[], 'No image was named.'],
  [['a.png', '-k', '0'], '-k takes a whole number from 2 to 4096, not “0”.'],
  [['a.png', '-k', '1'], '-k takes a whole number from 2 to 4096, not “1”.'],
  [['a.png', '-k', '4097'], '-k takes a whole number from 2 to 4096, not “4097”.'],
  [['a.png', '-k', 'abc'], '-k takes a whole number from 2 to 4096, not “abc”.'],
  [['a.png', '-k', '1e3'], '-k takes a whole number from 2 to 4096, not “1e3”.'],
  [['a.png', '-k', '0x10'], '-k takes a whole number from 2 to 4096, not “0x10”.'],
  [['a.png', '-k', '7.5'], '-k takes a whole number from 2 to 4096, not “7.5”.'],
  [['a.png', '-k', ''], '-k takes a whole number from 2 to 4096, not “”.'],
  [['a.png', '-k', '-5'], '-k takes a whole number from 2 to 4096, not “-5”.'],
  [['a.png', '-k'], '-k needs a value.'],
  [['a.png', '-k', '--json'], '-k needs a value.'],
  [['a.png', '--seed', '-1'], '--seed takes a whole number from 0 to 4294967295, not “-1”.'],
  [['a.png', '--seed', '4294967296'], '--seed takes a whole number from 0 to 4294967295, not “4294967296”.'],
  [['a.png', '--seed', '1.5'], '--seed takes a whole number from 0 to 4294967295, not “1.5”.'],
  [['a.png', '--space', 'lab'], '--space takes oklab or rgb, not “lab”.'],
  [['a.png', '--init', 'kmeans'], '--init takes split, kmeans++ or random, not “kmeans”.'],
  [
    ['a.png', '--dither', 'floyd'],
    '--dither takes none, floyd-steinberg, atkinson, bayer or blue-noise, not “floyd”.',
  ],
  [
    ['a.png', '--max-improve-ms', 'soon'],
    '--max-improve-ms takes a whole number from 0 to 3600000, not “soon”.',
  ],
  [['a.png', '--lock', 'red'], '--lock takes a color such as #3a7bd5, not “red”.'],
  [['a.png', '--recolor', '#ffffff'], '--recolor takes a color such as #3a7bd5, not “”.'],
  [['a.png', '--recolor', '#0=#1=#2'], '--recolor takes two colors, FROM=TO, not “#0=#1=#2”.'],
  [
    ['a.png', '--recolor', '#000000=#ffffff', '--recolor', '000000=#ff0000'],
    '--recolor names #000000 twice.',
  ],
  [
    ['a.png', '-k', '2', '--lock', '#000000', '--lock', '#ffffff', '--lock', '#ff0000'],
    '3 colors are locked, more than the 2 of the palette.',
  ],
  [['a.png', '--runs', '0'], '--runs takes a whole number from 1 to 20, not “0”.'],
  [['a.png', '--optimize', 'best'], '--optimize takes small or fast, not “best”.'],
  [['a.png', '--max-megapixels', '0'], '--max-megapixels takes a whole number from 1 to 500, not “0”.'],
  [['a.png', '--out', 'b.png', '--out-dir', 'c'], '--out and --out-dir exclude each other.'],
  [['a.png', 'b.png', '--out', 'c.png'], '--out names one file, but there are 2 inputs; use --out-dir.'],
  [['a.png', '--max-kb', '0'], '--max-kb takes a number from 0.05 to 1000000, not “0”.'],
  [['a.png', '--max-kb', 'ten'], '--max-kb takes a number from 0.05 to 1000000, not “ten”.'],
  [['a.png', '--min-ssim', '1.1'], '--min-ssim takes a number from 0.01 to 1, not “1.1”.'],
  [['a.png', '--min-psnr', '-3'], '--min-psnr takes a number from 1 to 99, not “-3”.'],
  [['a.png', '--max-delta-e', ''], '--max-delta-e takes a number from 0 to 1, not “”.'],
  [['a.png', '-k', '9', '--max-kb', '9'], '--max-kb and -k exclude each other.'],
  [['a.png', '--min-psnr', '30', '--max-kb', '9'], '--max-kb and --min-psnr exclude each other.'],
  [['a.png', '--fast'], 'There is no option --fast.'],
  [['a.png', '-x'], 'There is no option -x.'],
  [['a.png', '--json=yes'], '--json takes no value.'],
];

describe('the command line, used wrongly', () => {
  const folder = useFolder();

  for (const [words, sentence] of WRONG) {
    it(`answers “reduce ${words.join(' ')}” with a sentence and exit code 2`, async () => {
      await smallPhoto(folder(), 'a.png');
      const { code, stdout, stderr } = await tessera(folder(), 'reduce', ...words);
      assert.deepEqual(
        { code, stdout, stderr },
        { code: 2, stdout: '', stderr: `tessera: ${sentence}\nTry: tessera reduce --help\n` },
      );
      assert.deepEqual(await readdir(folder()), ['a.png'], 'nothing is written');
    });
  }

  it('knows no other command', async () => {
    const { code, stderr } = await tessera(folder(), 'shrink', 'a.png');
    assert.equal(code, 2);
    assert.ok(stderr.startsWith('tessera: There is no command “shrink”.\n'), stderr);
  });

  it('prints its usage on standard error when no command is given', async () => {
    const { code, stdout, stderr } = await tessera(folder());
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^Usage: tessera reduce IN… /);
  });
});

describe('the help of the command line', () => {
  const folder = useFolder();

  for (const words of [['--help'], ['-h'], ['help'], ['reduce', '--help'], ['reduce', 'a.png', '-h']]) {
    it(`is printed by “tessera ${words.join(' ')}”, with exit code 0`, async () => {
      const { code, stdout, stderr } = await tessera(folder(), ...words);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assert.match(stdout, /^Usage: tessera reduce IN… /);
    });
  }

  it('names every option', async () => {
    const { stdout } = await tessera(folder(), 'reduce', '--help');
    const named = [...stdout.matchAll(/^ {2}(?:-h, )?(--?[a-z-]+)/gm)].map(([, option]) => option);
    assert.deepEqual(named, [
      ...['-k', '--max-kb', '--min-psnr', '--min-ssim', '--max-delta-e'],
      ...['--out', '--out-dir', '--space', '--init', '--seed', '--runs', '--keep-rare'],
      ...[
        '--lock',
        '--recolor',
        '--palette',
        '--prefer',
        '--dither',
        '--dither-strength',
        '--max-improve-ms',
      ],
      ...['--optimize', '--max-megapixels', '--json', '--force', '--help'],
    ]);
  });
});
