/** How files become bitmaps here: bytes as they are, as the worker reads them too. Turned by EXIF, not by profiles. */
const DECODING: ImageBitmapOptions = {
  colorSpaceConversion: 'none',
  imageOrientation: 'from-image',
  premultiplyAlpha: 'none',
};

/**
 * Fetches and decodes the original.
 *
 * @param convertsColors To sRGB, from what the file says they are. As the worker does it: the stage compares both.
 * @throws Error (rejects) when it cannot be fetched, is no image for the browser, or on abort.
 */
export async function loadOriginal(
  url: string,
  signal: AbortSignal,
  convertsColors: boolean,
): Promise<ImageBitmap> {
  const response = await fetch(url, { signal, cache: 'no-store' });
  if (!response.ok) {
    throw new Error(`The original could not be fetched (${response.status}).`);
  }
  const blob = await response.blob();
  return createImageBitmap(
    blob,
    convertsColors ? { ...DECODING, colorSpaceConversion: 'default' } : DECODING,
  );
}

/** Decodes the encoded result: what is shown is the file that Save writes. */
export function decodePng(png: ArrayBuffer): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([png], { type: 'image/png' }), DECODING);
}
