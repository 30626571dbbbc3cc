import { html, type TemplateResult } from 'lit';

/** A translated sentence in which `{0}` is left open, with a name in bold letters in its place. */
export function namedSentence(sentence: string, name: string): TemplateResult {
  const [before = '', after = ''] = sentence.split('{0}');
  return html`${before}<b>${name}</b>${after}`;
}
