/** The part of the GIF writer that is used; the package has no types. */
declare module 'gifenc' {
  interface FrameOptions {
    /** RGB, 1 to 256 colors. */
    palette: (readonly [r: number, g: number, b: number])[];
    /** Bits of the smallest code, 2 to 8 (default): enough for all indices. */
    colorDepth?: number;
    /** ms; the file holds hundredths of a second. */
    delay: number;
    /** The frame's pixels of `transparentIndex` show what is under them. */
    transparent?: boolean;
    transparentIndex?: number;
    /** Disposal method of the file format: 1 leaves the frame, 2 clears it before the next. */
    dispose?: number;
  }

  interface Encoder {
    writeFrame(indices: Uint8Array, width: number, height: number, options: FrameOptions): void;
    finish(): void;
    /** A copy. */
    bytes(): Uint8Array<ArrayBuffer>;
  }

  export function GIFEncoder(): Encoder;
}
