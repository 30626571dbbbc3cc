/**
 * The same picture in fewer bytes: oxipng (in WebAssembly) tries filters, palette orders and harder deflating.
 * Measured on photographs with 256 colors: 7–14 % off, in 0.7 s at 0.4 megapixels on level 3, and about 2.5 s at
 * 6 megapixels on level 2.
 */
import initialize, { optimise } from '@jsquash/oxipng/codec/pkg/squoosh_oxipng.js';
import * as wasmModule from '@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm';

/** Up to this many pixels the harder level is worth its time. */
const SMALL_PIXELS = 1 << 20;
const HARD_LEVEL = 3;
const LEVEL = 2;
/** Where IHDR keeps the color type; 3 is indexed. */
const COLOR_TYPE_AT = 25;

// The package declares what an instance of the module exports; the bundler gives the file's bytes.
const wasm = (wasmModule as unknown as { default: Uint8Array<ArrayBuffer> }).default;

let ready: Promise<unknown> | undefined;

/**
 * @param png A sound PNG file.
 * @returns A file with the same pixels and the same kind of color (indexed stays indexed); `png` itself when no
 *   smaller one was found.
 */
export async function optimizePng(png: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initialize(wasm);
  await ready;
  const header = new DataView(png.buffer, png.byteOffset + 16, 8);
  const pixels = header.getUint32(0) * header.getUint32(4);
  const optimized = optimise(png, pixels <= SMALL_PIXELS ? HARD_LEVEL : LEVEL, false, false);
  // A palette of grays could come back as grayscale: as small, but not the indexed file that was asked for.
  const isSameKind = optimized[COLOR_TYPE_AT] === png[COLOR_TYPE_AT];
  return isSameKind && optimized.length < png.length ? new Uint8Array(optimized) : png;
}
