import assert from 'node:assert/strict';
import { bareTexts } from './bareTexts';
import { sourceFiles } from './bundles';

function textsIn(code: string): string[] {
  return bareTexts({ path: 'example.ts', text: code }).map(({ text }) => text);
}

describe('texts for people', () => {
  it('are never said past the translation', () => {
    // The command line speaks English, and titles of works are cited as they are.
    const files = sourceFiles().filter(
      ({ path }) => !path.startsWith('cli/') && path !== 'webview/explore/sources.ts',
    );
    assert.deepEqual(files.flatMap(bareTexts), []);
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
    ['in what is said of a file', "throw file.damaged('it is cut off')", 'it is cut off'],
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
