import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../host/projectRoot';
import { EXTENSIONS_FOLDER_VARIABLE, suiteVariable, VSIX_VARIABLE } from '../host/suiteVariables';

const BUDGET_BYTES = 3 * 1024 * 1024;

describe('the package', () => {
  it('holds exactly what is meant to ship', () => {
    const files = filesBelow(installedFolder());
    const expected = [
      '.vsixmanifest', // written by the installation
      'LICENSE.txt',
      'changelog.md',
      'package.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'l10n/bundle.l10n.json',
      'l10n/bundle.l10n.zh-cn.json',
      'readme.md',
      ...['cli', 'encoder', 'extension', 'page', 'worker'].map((name) => `dist/${name}.js`),
      ...['encoder', 'extension', 'worker'].map((name) => `dist/web/${name}.js`),
      ...filesBelow(join(projectRoot, 'media')).map((file) => `media/${file}`),
      'samples/README.md',
      'samples/shutters.jpg',
      'ThirdPartyNotices.txt',
    ];
    assert.deepEqual(files, expected.sort());
  });

  it('names the packages of which it holds parts, each with its license', () => {
    const text = readFileSync(join(installedFolder(), 'ThirdPartyNotices.txt'), 'utf8');
    const notices = text.split(/^-{80}\n/m).slice(1);
    const names = notices.map((notice) => /^(\S+) \S+ \(/.exec(notice)?.[1] ?? '');
    // What the code imports by name: through it come the others.
    for (const name of ['lit', 'uplot', 'ogl', 'gifenc', 'fast-png', 'culori', 'valibot', 'd3-zoom']) {
      assert.ok(names.includes(name), name);
    }
    for (const name of ['@jimp/core', '@jsquash/jpeg', '@jsquash/oxipng', '@vscode-elements/elements']) {
      assert.ok(names.includes(name), name);
    }
    // What stands only in the bundles for the web.
    for (const name of ['buffer', 'base64-js', 'ieee754']) assert.ok(names.includes(name), name);
    const short = notices.filter((notice) => notice.length < 400 && !notice.includes('Unlicense'));
    assert.deepEqual(short, []);
    assert.ok(notices.every((notice) => !/GPL|proprietary/i.test(notice)));
  });

  it('needs nothing of Node where it runs on the web', async () => {
    const folder = installedFolder();
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { browser?: string };
    assert.equal(manifest.browser, './dist/web/extension.js');
    const bundle = (...names: string[]) => join(folder, 'dist', ...names);
    assert.deepEqual(await importsOf(bundle('web', 'extension.js')), ['vscode']);
    assert.deepEqual(await importsOf(bundle('web', 'worker.js')), []);
    assert.deepEqual(await importsOf(bundle('web', 'encoder.js')), []);
    // In Node they do need it, and that is seen.
    assert.ok((await importsOf(bundle('worker.js'))).includes('node:worker_threads'));
  });

  it('stays within its budget of 3 MB', () => {
    const { size } = statSync(suiteVariable(VSIX_VARIABLE));
    assert.ok(size <= BUDGET_BYTES, `${size} bytes`);
  });
});

function installedFolder(): string {
  const extensionsFolder = suiteVariable(EXTENSIONS_FOLDER_VARIABLE);
  const installed = readdirSync(extensionsFolder).filter((name) => name.startsWith('tessera.tessera-'));
  assert.equal(installed.length, 1);
  return join(extensionsFolder, ...installed);
}

/** What a bundle requires or imports from outside itself, sorted. */
async function importsOf(file: string): Promise<string[]> {
  // What the bundler could not follow it left to this, which is there for Node alone.
  assert.doesNotMatch(readFileSync(file, 'utf8'), /Dynamic require of/, file);
  const { metafile } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    external: ['vscode'],
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))].sort();
}

/** Paths of all files in a folder and below, relative, with slashes, sorted. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.split(sep).join('/'))
    .sort();
}
