/** The part of WebAssembly that `mozjpeg.ts` uses: TypeScript declares it with the DOM, which this room does not see. */
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>;
  type Exports = Record<string, unknown>;

  class Module {
    private constructor();
    private readonly brand: 'Module';
  }

  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Exports;
  }

  function compile(bytes: Uint8Array<ArrayBuffer>): Promise<Module>;
}
