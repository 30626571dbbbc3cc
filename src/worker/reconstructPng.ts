/** The picture of a codebook and a label map as a file. */
import { inFileOrder } from '../engine/fileOrder';
import { reconstruct } from '../paletteFiles/codebook';
import type { Encode } from './encoding';
import type { ReconstructReply, ReconstructRequest } from './protocol';

/** Rejects with a `UserError` when the files are damaged or don't belong together. */
export async function reconstructPng(
  { labels, codebook, maxPixels, optimizes }: Omit<ReconstructRequest, 'type' | 'documentId'>,
  encode: Encode,
): Promise<ReconstructReply> {
  const picture = inFileOrder(reconstruct(labels, codebook, maxPixels));
  const { signal } = new AbortController(); // nothing ends it but the thread's end
  const png = await encode({ picture }, signal);
  return {
    png: optimizes ? await encode({ png }, signal) : png,
    width: picture.width,
    height: picture.height,
    colors: picture.palette.length / 4,
  };
}
