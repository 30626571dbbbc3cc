/** What jimp's PNG decoder (pngjs) takes from Node's zlib, for the web: the bundler puts it in its place. */
import { unzlibSync, zlibSync } from 'fflate';
import { MOST_SURPLUS } from './pngDataLength';

/** pngjs only asks whether it is there. */
export const deflateSync = zlibSync;

/** @param data Has been unpacked before, by the check in `pngData.browser.ts`, so that it is known how long it gets. */
export function inflateSync(data: Uint8Array, options: { maxLength?: number } = {}): Buffer {
  const { maxLength } = options;
  // fflate takes a given length for the truth, so there must be room for what is cut off afterwards.
  const unpacked =
    maxLength === undefined
      ? unzlibSync(data)
      : unzlibSync(data, { out: new Uint8Array(maxLength + MOST_SURPLUS) }).subarray(0, maxLength);
  return Buffer.from(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength);
}
