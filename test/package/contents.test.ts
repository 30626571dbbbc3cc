import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { EXTENSIONS_FOLDER_VARIABLE, suiteVariable, VSIX_VARIABLE } from '../host/suiteVariables';

const BUDGET_BYTES = 3 * 1024 * 1024;

describe('the package', () => {
  it('holds exactly what is meant to ship', () => {
    const extensionsFolder = suiteVariable(EXTENSIONS_FOLDER_VARIABLE);
    const installed = readdirSync(extensionsFolder).filter((name) => name.startsWith('tessera.tessera-'));
    assert.equal(installed.length, 1);
    const files = filesBelow(join(extensionsFolder, ...installed));
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
      ...filesBelow(join(projectRoot, 'media')).map((file) => `media/${file}`),
      'samples/README.md',
      'samples/shutters.jpg',
      'ThirdPartyNotices.txt',
    ];
    assert.deepEqual(files, expected.sort());
  });

  it('names the packages of which it holds parts, each with its license', () => {
    const extensionsFolder = suiteVariable(EXTENSIONS_FOLDER_VARIABLE);
    const [folder = ''] = readdirSync(extensionsFolder).filter((name) => name.startsWith('tessera.tessera-'));
    const text = readFileSync(join(extensionsFolder, folder, 'ThirdPartyNotices.txt'), 'utf8');
    const notices = text.split(/^-{80}\n/m).slice(1);
    const names = notices.map((notice) => /^(\S+) \S+ \(/.exec(notice)?.[1] ?? '');
    // What the code imports by name: through it come the others.
    for (const name of ['lit', 'uplot', 'ogl', 'gifenc', 'fast-png', 'culori', 'valibot', 'd3-zoom']) {
      assert.ok(names.includes(name), name);
    }
    for (const name of ['@jimp/core', '@jsquash/jpeg', '@jsquash/oxipng', '@vscode-elements/elements']) {
      assert.ok(names.includes(name), name);
    }
    const short = notices.filter((notice) => notice.length < 400 && !notice.includes('Unlicense'));
    assert.deepEqual(short, []);
    assert.ok(notices.every((notice) => !/GPL|proprietary/i.test(notice)));
  });

  it('stays within its budget of 3 MB', () => {
    const { size } = statSync(suiteVariable(VSIX_VARIABLE));
    assert.ok(size <= BUDGET_BYTES, `${size} bytes`);
  });
});

/** Paths of all files in a folder and below, relative, with slashes, sorted. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.split(sep).join('/'))
    .sort();
}
