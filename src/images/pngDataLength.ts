/** Steps and offsets of the seven passes of Adam7, the one way a PNG can be interlaced. */
const ADAM7 = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
] as const;
const ONE_PASS = [{ x: 0, y: 0, stepX: 1, stepY: 1 }] as const;

/** Samples a pixel, by color type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Some encoders add a few bytes that no decoder minds. */
export const MOST_SURPLUS = 65536;

/** What is wrong with data that ends before the picture does. */
export function shortData(length: number, expected: number): Error {
  return new Error(`unexpected end of picture data: ${length} bytes instead of ${expected}`);
}

/** @param png A PNG whose header has been checked. */
export function isInterlaced(png: Uint8Array): boolean {
  return png[28] === 1;
}

/**
 * How many bytes the data of a PNG must unpack to: the rows of every pass, each with a filter byte before it.
 *
 * @param png A PNG whose header has been checked.
 */
export function pngDataLength(png: Uint8Array): number {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const bitsPerPixel = view.getUint8(24) * (SAMPLES[view.getUint8(25)] ?? 0);
  const passes = isInterlaced(png) ? ADAM7 : ONE_PASS;
  let length = 0;
  for (const { x, y, stepX, stepY } of passes) {
    const columns = Math.ceil((width - x) / stepX);
    const rows = Math.ceil((height - y) / stepY);
    if (columns > 0 && rows > 0) length += rows * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  }
  return length;
}
