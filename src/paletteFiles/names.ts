/** Names for people: what of any text may stand in a file. */

/** Code points; longer names are cut. */
const MAX_LENGTH = 120;
/** Control characters, line ends, and halves of characters that are no character alone. */
const BREAKING = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu;
/** Invisible marks that turn the direction of writing, so that a line would not read as what it says; byte order marks. */
const MISLEADING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/**
 * The text as one line without control characters, marks that turn the direction of writing, or blanks at its ends;
 * `undefined` when nothing is left. All readers and writers pass names through here, so that a name survives a round
 * trip as it is after the first.
 */
export function cleanName(text: string): string | undefined {
  const line = text.replace(BREAKING, ' ').replace(MISLEADING, '').replace(/\s+/gu, ' ').trim();
  const cut = line.length <= MAX_LENGTH ? line : [...line].slice(0, MAX_LENGTH).join('').trim();
  return cut === '' ? undefined : cut;
}

/** The name as it may stand in a comment of any language here: nothing can end the comment, or is filled in. */
export function commentText(text: string): string {
  return (cleanName(text) ?? '')
    .replace(/[*/<>{}$#`\\@]+/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
