import assert from 'node:assert/strict';
import { parse } from 'postcss';
import { indented, insertionText } from '../../../src/paletteFiles/insertion';
import { NAME_PATTERNS } from '../../../src/paletteFiles/naming';

const palette = {
  name: 'Mug',
  colors: [
    { rgba: [10, 20, 30, 255] as const, name: 'Ink' },
    { rgba: [200, 100, 0, 128] as const, name: 'Glaze' },
  ],
};
const numbered = { prefix: 'brand', pattern: NAME_PATTERNS.index };

function inserted(languageId: string, before = '', fileName = 'file', naming: object = numbered): string {
  return insertionText({ languageId, fileName, before }, palette, naming);
}

describe('a palette inserted into a text', () => {
  it('is a rule of its own in CSS', () => {
    const text = inserted('css', '.a { color: red }\n');
    assert.match(text, /:root \{\n {2}--brand-1: #0a141e;\n {2}--brand-2: #c8640080;\n\}$/);
    parse(text);
  });

  it('is only the properties inside of a rule', () => {
    const properties = '--brand-1: #0a141e;\n--brand-2: #c8640080;';
    assert.equal(inserted('css', ':root {\n  '), properties);
    assert.equal(inserted('css', '@layer base {\n  html {\n    '), properties);
  });

  it('takes braces in comments and strings for nothing', () => {
    assert.match(inserted('css', '/* { */ a { content: "{" }\n'), /:root/);
  });

  it('is a rule inside of a layer', () => {
    assert.match(inserted('css', '@layer base {\n  '), /:root/);
  });

  it('is a style element in HTML and SVG, and its content inside of one', () => {
    for (const [language, file] of [
      ['html', 'index.html'],
      ['xml', 'icon.svg'],
    ] as const) {
      assert.match(inserted(language, '', file), /^<style>\n(.*\n)*<\/style>$/);
      assert.match(inserted(language, '<p><style>\n', file), /^\/\* Mug \*\/\n:root/);
      assert.match(inserted(language, '<style>a{}</style>', file), /^<style>/);
    }
  });

  it('is a list of colors in scripts, or an object where names say something', () => {
    assert.equal(inserted('typescript', 'x();\n  '), "const brand = [\n  '#0a141e',\n  '#c8640080',\n];");
    assert.equal(inserted('javascript', 'paint('), "[\n  '#0a141e',\n  '#c8640080',\n]");
    assert.equal(
      inserted('typescriptreact', 'paint(', 'a.tsx', {}),
      "{\n  'ink': '#0a141e',\n  'glaze': '#c8640080',\n}",
    );
    assert.match(inserted('html', '<script>\n'), /^const brand = \[/);
  });

  it('is JSON in JSON, and design tokens in a file of those', () => {
    const json = (text: string): unknown => JSON.parse(text);
    assert.ok(!inserted('json').includes('$value'));
    json(inserted('json'));
    assert.match(inserted('json', '', 'brand.tokens.json'), /"\$value"/);
    json(inserted('json', '', 'brand.tokens.json'));
  });

  it('is in the format of SCSS and Less there', () => {
    assert.match(inserted('scss'), /^(\/\/.*\n)?\$brand: \(/m);
    assert.match(inserted('less'), /^@brand-1: #0a141e;/m);
  });

  it('is a list of hex colors anywhere else', () => {
    for (const language of ['plaintext', 'markdown', 'python', 'xml']) {
      assert.equal(inserted(language), '#0a141e\n#c8640080');
    }
  });

  it('is indented as the line it stands in, in the file’s steps', () => {
    assert.equal(indented('a {\n  b\n\n    c\n}', '\t', '\t'), 'a {\n\t\tb\n\n\t\t\tc\n\t}');
    assert.equal(indented('a\n  b', '  ', '    '), 'a\n      b');
  });
});
