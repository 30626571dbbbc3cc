/** A WebAssembly file, carried inside the bundle as bytes (esbuild's `binary` loader). */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
