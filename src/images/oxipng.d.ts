/** The part of oxipng's module that `optimizePng.ts` uses. The package's own declaration needs the DOM's types. */
declare module '@jsquash/oxipng/codec/pkg/squoosh_oxipng.js' {
  export default function initialize(wasm: Uint8Array<ArrayBuffer>): Promise<unknown>;
  export function optimise(
    png: Uint8Array,
    level: number,
    interlace: boolean,
    optimizeAlpha: boolean,
  ): Uint8Array;
}
