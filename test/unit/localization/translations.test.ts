import assert from 'node:assert/strict';
import { getL10nJson } from '@vscode/l10n-dev';
import { fixedParts, LANGUAGES, readBundle, sourceFiles, untranslated, type Bundle } from './bundles';

describe('the texts of the code', () => {
  let texts: string[] = [];

  before(async () => {
    const files = sourceFiles().map(({ text }) => ({ contents: text, extension: '.ts' }));
    texts = Object.keys(await getL10nJson(files)).sort();
  });

  it('are all in the bundle for translators, and nothing else is (npm run l10n)', () => {
    assert.ok(texts.length > 200, `only ${texts.length} texts were found`);
    const bundle = readBundle('l10n', 'bundle.l10n.json');
    assert.deepEqual(Object.keys(bundle).sort(), texts);
    assert.deepEqual(Object.values(bundle).sort(), texts);
  });

  for (const language of LANGUAGES) {
    it(`are all translated for ${language}, and nothing else is`, () => {
      const bundle = readBundle('l10n', `bundle.l10n.${language}.json`);
      assert.deepEqual(Object.keys(bundle).sort(), texts);
      assert.deepEqual(untranslated(bundle), []);
    });

    it(`keep their placeholders in ${language}`, () => {
      const bundle = readBundle('l10n', `bundle.l10n.${language}.json`);
      assert.deepEqual(
        withOtherParts(bundle, (key) => key),
        [],
      );
    });
  }
});

describe('the texts of the manifest', () => {
  const english = readBundle('package.nls.json');
  const keys = Object.keys(english).sort();

  it('are all in package.nls.json, and nothing else is', () => {
    const named = [...JSON.stringify(readBundle('package.json')).matchAll(/"%([\w.-]+)%"/g)];
    assert.deepEqual(named.map(([, key]) => key).sort(), keys);
  });

  it('stand nowhere else', () => {
    const bare: string[] = [];
    JSON.stringify(readBundle('package.json'), (field, value: unknown) => {
      const isText = /^(title|shortTitle|description|markdownDescription|displayName|altText)$/.test(field);
      if (isText && typeof value === 'string' && !/^%.*%$/.test(value)) bare.push(value);
      return value;
    });
    assert.deepEqual(bare, ['Tessera']); // the name
  });

  for (const language of LANGUAGES) {
    it(`are all translated for ${language}, and nothing else is`, () => {
      const bundle = readBundle(`package.nls.${language}.json`);
      assert.deepEqual(Object.keys(bundle).sort(), keys);
      assert.deepEqual(untranslated(bundle), []);
      assert.deepEqual(
        withOtherParts(bundle, (key) => english[key] ?? ''),
        [],
      );
    });
  }
});

/** Keys whose translation lost or gained a placeholder, a link, or marks of emphasis. */
function withOtherParts(bundle: Bundle, original: (key: string) => string): string[] {
  return Object.entries(bundle)
    .filter(([key, text]) => fixedParts(text).join() !== fixedParts(original(key)).join())
    .map(([key]) => key);
}
