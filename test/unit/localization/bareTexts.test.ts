import assert from 'node:assert/strict';
import { bareTexts } from './bareTexts';
import { sourceFiles } from './bundles';

function textsIn(code: string): string[] {
  return bareTexts({ path: 'example.ts', text: code }).map(({ text }) => text);
}

/** The command line speaks English, and so do rooms that only it speaks through. */
const ENGLISH_ROOMS = ['cli', 'paletteFiles'];

describe('texts for people', () => {
  const translated = sourceFiles().filter(({ path }) => !ENGLISH_ROOMS.includes(path.split('/')[0] ?? ''));

  it('are never said past the translation', () => {
    assert.deepEqual(translated.flatMap(bareTexts), []);
  });

  it('of English rooms reach only the command line', () => {
    const imported = new RegExp(`from '\\.[./]*/(${ENGLISH_ROOMS.join('|')})/`);
    const importing = translated.filter(({ text }) => imported.test(text)).map(({ path }) => path);
    assert.deepEqual(importing, []);
  });
});

describe('the search for untranslated texts', () => {
  const bare: [what: string, code: string, text: string][] = [
    ['between tags', 'html`<p>Hello <b>there</b></p>`', 'Hello there'],
    ['in an attribute', 'html`<p title="Hello there"></p>`', 'Hello there'],
    ['behind an expression', "html`<p>${is ? 'hello' : nothing}</p>`", 'hello'],
    ['in a property', "html`<x-y .label=${'hello'}></x-y>`", 'hello'],
    ['in an attribute’s expression', "html`<p aria-label=${is ? 'hello' : a}></p>`", 'hello'],
    ['in an error for people', 'throw new UserError(`no ${thing}`)', 'no \u0001'],
    ['as a sentence anywhere', "const a = 'Hello there';", 'Hello there'],
  ];
  for (const [what, code, text] of bare) {
    it(`finds one ${what}`, () => assert.deepEqual(textsIn(code), [text]));
  }

  const fine: [what: string, code: string][] = [
    ['a translated text', "html`<p title=${l10n.t('Hello there')}>${l10n.t('Hello')}</p>`"],
    ['classes and events', "html`<p class=${is ? 'small number' : 'large'} @click=${run}></p>`"],
    ['units', 'html`<p>${value} ΔE</p>`'],
    ['what goes to the log', "console.warn('Hello there'); throw new Error('Hello there');"],
  ];
  for (const [what, code] of fine) {
    it(`leaves ${what} alone`, () => assert.deepEqual(textsIn(code), []));
  }
});
