/**
 * A decoded picture. `rgba.length === 4 · width · height`, rows from the top, sRGB 0–255, straight (not
 * premultiplied) alpha.
 */
export interface Pixels {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** A picture as palette indices. `indices.length === width · height`; `palette.length === 4 · colors`, RGBA. */
export interface IndexedPixels {
  width: number;
  height: number;
  indices: Uint8Array | Uint16Array;
  palette: Uint8Array;
}
