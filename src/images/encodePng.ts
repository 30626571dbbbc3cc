import { encodeIndexedPng, encodeTruecolorPng } from './encodeIndexed';
import { K_MAX_INDEXED } from '../engine/options';
import type { IndexedPixels } from '../engine/pixels';

/** The picture as a PNG file: indexed up to 256 colors, truecolor above. Colors in the engine's palette order. */
export function encodePng(image: IndexedPixels): Uint8Array<ArrayBuffer> {
  const png = image.palette.length <= 4 * K_MAX_INDEXED ? encodeIndexedPng(image) : encodeTruecolorPng(image);
  return new Uint8Array(png); // of its own size, so that the buffer can be moved to another thread
}
