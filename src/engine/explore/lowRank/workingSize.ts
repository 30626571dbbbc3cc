/**
 * How large a picture is factorized. Bytes of the planes, by rows and by columns: 6 a pixel; numbers of the factors
 * and of their products: 48 bytes · K · (width + height); and the picture itself. At the bound of 12 megapixels and
 * K = 200 that is 72 + 67 + 48 MB, and one iteration at the full size takes 6 s. Larger pictures are made smaller
 * first, by whole numbers of pixels where they divide into such.
 */
/** Pixels that are factorized at most. */
export const MOST_PIXELS = 12e6;

/** The picture's own size within the bound, and else the largest whole fraction of it. */
export function workingSize(
  width: number,
  height: number,
  mostPixels = MOST_PIXELS,
): { width: number; height: number } {
  for (let by = 1; ; by++) {
    const size = { width: Math.ceil(width / by), height: Math.ceil(height / by) };
    if (size.width * size.height <= mostPixels) return size;
  }
}
