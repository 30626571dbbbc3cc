import sharp from 'sharp';
import type { Pixels } from '../../../src/engine/pixels';

/** A photograph of the samples, so wide (3 : 2), opaque. */
export async function photograph(width: number): Promise<Pixels> {
  const { data, info } = await sharp('samples/shutters.jpg')
    .resize(width)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) };
}
