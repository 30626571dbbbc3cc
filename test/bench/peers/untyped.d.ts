/** The parts that the bench uses of packages without types. */
declare module 'gifenc' {
  export type Format = 'rgb565' | 'rgb444' | 'rgba4444';
  export function quantize(rgba: Uint8Array, colors: number, options: { format: Format }): number[][];
  export function applyPalette(rgba: Uint8Array, palette: number[][], format: Format): Uint8Array;
  /** `delay`: ms. */
  interface Encoder {
    writeFrame(
      indices: Uint8Array,
      width: number,
      height: number,
      options: { palette: number[][]; delay: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  export function GIFEncoder(): Encoder;
}

declare module 'quantize' {
  type Color = [r: number, g: number, b: number];
  /** `false` where there are too few pixels or colors are out of range. */
  export default function quantize(pixels: Color[], colors: number): { palette(): Color[] } | false;
}

declare module 'upng-js' {
  interface Quantized {
    /** The pictures in their new colors, RGBA. */
    bufs: ArrayBuffer[];
  }
  const upng: { quantize(pictures: ArrayBuffer[], colors: number): Quantized };
  export default upng;
}
