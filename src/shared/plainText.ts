/**
 * Names of files and colors in texts for people. A name may hold what is more than text where it is shown: control
 * characters, characters that turn the direction of writing around (and with it the end of the name), and what VS Code
 * takes for a link in a notification, `[label](command:…)`, or for an icon, `$(…)`.
 */

/** Control characters, line separators, and embeddings, overrides and isolates of direction. */
const UNSHOWN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;
/** Where a link or an icon would begin. */
const OPENING = /(?<=[\]$])\(/g;
/** Is not seen, and ends what VS Code would take for one. */
const WORD_JOINER = '\u2060';

/** The text as nothing but a line of text. */
export function plainText(text: string): string {
  return text.replace(UNSHOWN, '\uFFFD').replace(OPENING, `${WORD_JOINER}(`);
}
