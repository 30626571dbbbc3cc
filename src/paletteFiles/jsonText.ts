/** A value as JSON for files that people read and compare. */

/**
 * Indented by two, with arrays of numbers on one line. Characters that a line can hide or a web page could take for its
 * own are written as escapes: invisible ones, and `<` where a tag could begin.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2)
    .replace(
      /\[\s+(-?[\d.e+-]+(?:,\s+-?[\d.e+-]+)*)\s+\]/g,
      (_, numbers: string) => `[${numbers.replace(/\s+/g, ' ')}]`,
    )
    .replace(/<(?=[/!])|[\u2028\u2029]|\p{Cf}/gu, escapes);
  return `${text}\n`;
}

function escapes(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
