/** Pictures compared as a person would: by what is where, not pixel by pixel. */
import assert from 'node:assert/strict';
import sharp from 'sharp';

/** Pixels on each side: few enough that scaling and colors hardly matter, enough to tell up from down. */
export const THUMBNAIL_SIDE = 8;

/** `8 · 8` pixels, RGBA, of an upright image. */
export async function thumbnail(bytes: Buffer): Promise<number[]> {
  const upright = await sharp(bytes).rotate().ensureAlpha().png().toBuffer();
  return [...(await sharp(upright).resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: 'fill' }).raw().toBuffer())];
}

/** Mean difference of a channel, 0–255. */
export function difference(a: readonly number[], b: readonly number[]): number {
  assert.equal(a.length, b.length);
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;
}
