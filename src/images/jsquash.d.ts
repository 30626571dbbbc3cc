/**
 * The part of the decoder's module that `mozjpeg.ts` uses. The package's own declaration leans on a global namespace
 * that it does not bring along, and lacks `printErr`.
 */
declare module '@jsquash/jpeg/codec/dec/mozjpeg_dec.js' {
  interface DecoderOptions {
    noInitialRun: boolean;
    locateFile: (path: string) => string;
    instantiateWasm: (
      imports: WebAssembly.Imports,
      onInstance: (instance: WebAssembly.Instance) => void,
    ) => WebAssembly.Exports;
    printErr: (line: string) => void;
  }

  interface Decoder {
    decode(
      data: Uint8Array,
      preserveOrientation: boolean,
    ): { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number } | null;
  }

  export default function createDecoder(options: DecoderOptions): Promise<Decoder>;
}
