// Writes ThirdPartyNotices.txt: the license of every package of which something stands in the bundles.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licenses that allow what we do, which is to ship a bundle under MIT with their texts beside it. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
]);
/** Of packages whose manifest does not say it; their license files do. */
const UNDECLARED = { 'exif-parser': 'MIT' };
const FILE = 'ThirdPartyNotices.txt';
const RULE = '-'.repeat(80);

/** The folders of packages in an esbuild metafile's inputs: `node_modules/NAME`, or deeper where packages are nested. */
function packageFolders(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/** Every text in a package that licenses something, those of compiled codecs included. */
function licenseTexts(folder) {
  const names = [folder, join(folder, 'codec')].flatMap((place) =>
    existsSync(place)
      ? readdirSync(place)
          .filter((name) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(name))
          .map((name) => join(place, name))
      : [],
  );
  return names.map((name) => readFileSync(name, 'utf8').trim());
}

/** For packages that are under this license and do not hold its text. */
function mitText(holder) {
  return [
    `MIT License\n\nCopyright (c) ${holder}\n`,
    'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated',
    'documentation files (the "Software"), to deal in the Software without restriction, including without limitation',
    'the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and',
    'to permit persons to whom the Software is furnished to do so, subject to the following conditions:\n',
    'The above copyright notice and this permission notice shall be included in all copies or substantial portions',
    'of the Software.\n',
    'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO',
    'THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE',
    'AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF',
    'CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER',
    'DEALINGS IN THE SOFTWARE.',
  ].join('\n');
}

function notice(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, author, homepage } = manifest;
  const license = manifest.license ?? UNDECLARED[name];
  const licenses = String(license).replace(/[()]/g, '').split(/ OR /);
  if (!licenses.some((each) => ALLOWED.has(each))) {
    throw new Error(`${name} has the license ${license}: may it be shipped? (notices.mjs)`);
  }
  const texts = licenseTexts(folder);
  const by = typeof author === 'object' ? author?.name : author;
  if (texts.length === 0) texts.push(license === 'MIT' ? mitText(by) : `${license}, ${by}`);
  return [RULE, `${name} ${version} (${license})`, homepage ?? '', '', texts.join(`\n\n`)].join('\n').trim();
}

/** @param metafiles Of the builds that ship. */
export function writeNotices(metafiles) {
  const notices = packageFolders(metafiles).map(notice);
  const head = `Tessera is bundled with parts of ${notices.length} packages, whose licenses follow.`;
  writeFileSync(FILE, [head, ...notices, ''].join('\n\n'));
}
