/** `#rrggbb` or `#rrggbbaa` as RGBA bytes. Throws a `RangeError` for anything else. */
export function colorOfHex(hex: string): [r: number, g: number, b: number, a: number] {
  const match = /^#([0-9a-f]{6})([0-9a-f]{2})?$/i.exec(hex);
  if (!match) throw new RangeError(`expected a color such as #3a7bd5 or #3a7bd580, got “${hex}”`);
  const rgb = parseInt(match[1]!, 16);
  return [rgb >> 16, (rgb >> 8) & 255, rgb & 255, match[2] === undefined ? 255 : parseInt(match[2], 16)];
}
