import createDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import wasm from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm';
import type { Pixels } from '../engine/pixels';
import { askingForCmyk, cmykToRgba } from './mozjpegCmyk';

/** What the decoder constructs its result with; Node has no `ImageData`. */
class PlainImageData {
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}

/** The decoder for RGB, YCbCr and gray, and the one for CMYK and YCCK. */
const compiled: { rgba?: Promise<WebAssembly.Module>; cmyk?: Promise<WebAssembly.Module> } = {};

/**
 * Decodes a JPEG with MozJPEG in WebAssembly, 3–10 times as fast as JavaScript can. CMYK is converted without its profile.
 *
 * The module is compiled once, but every picture gets an instance of its own (about 1 ms): a WebAssembly memory
 * never shrinks, so a shared one would hold the largest picture ever seen, and what an aborted decode leaves
 * behind, for the life of the worker.
 *
 * @param isCmyk Whether it has four components: CMYK or YCCK.
 * @param onDidComplain Told of what the decoder warns of: data that it could not make sense of, but went on after. It
 *   tells only the first thing it finds.
 * @returns Pixels as stored (EXIF orientation not applied); `rgba` has an ArrayBuffer of its own.
 * @throws Error with MozJPEG's own words, also where it only warns that the data ended early.
 */
export async function decodeWithMozjpeg(
  bytes: Uint8Array,
  isCmyk: boolean,
  onDidComplain?: (complaint: string) => void,
): Promise<Pixels> {
  // Web workers have the real one.
  if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData: PlainImageData });
  const module = await (isCmyk
    ? (compiled.cmyk ??= WebAssembly.compile(askingForCmyk(wasm)))
    : (compiled.rgba ??= WebAssembly.compile(wasm)));
  const complaints: string[] = [];
  const decoder = await createDecoder({
    noInitialRun: true,
    // Without it the decoder builds a URL from import.meta, which a bundle does not have.
    locateFile: (path) => path,
    instantiateWasm(imports, onInstance) {
      const instance = new WebAssembly.Instance(module, imports);
      onInstance(instance);
      return instance.exports;
    },
    printErr: (line) => complaints.push(line),
  });
  const image = decodeOrExplain(() => decoder.decode(bytes, false), complaints);
  if (onDidComplain) complaints.forEach(onDidComplain);
  const { data, width, height } = image;
  const rgba = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (isCmyk) cmykToRgba(rgba);
  return { width, height, rgba };
}

function decodeOrExplain<T>(decode: () => T | null, complaints: readonly string[]): T {
  let image: T | null = null;
  try {
    image = decode();
  } catch (error) {
    // It ends like a C program, by throwing an exit code that is not an Error; the reason was printed before.
    throw new Error(complaints.join('; ') || String(error), { cause: error });
  }
  const cutOff = complaints.find((line) => /premature end|bad huffman code/i.test(line));
  if (image === null || cutOff !== undefined) throw new Error(cutOff ?? 'MozJPEG returned no picture');
  return image;
}
