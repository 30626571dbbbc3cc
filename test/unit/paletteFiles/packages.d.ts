/** Packages without types of their own, as far as the tests use them. */
declare module 'ase-utils' {
  export function decode(bytes: Buffer): { colors: { name: string; model: string; color: number[] }[] };
}

declare module 'anypalette' {
  interface Color {
    /** 0–1 each. */
    red: number;
    green: number;
    blue: number;
    name?: string;
  }
  export function loadPalette(
    file: { data: Uint8Array; fileName: string },
    callback: (error: Error | null, palette?: Color[]) => void,
  ): void;
}

declare module 'less' {
  const less: { render(source: string): Promise<{ css: string }> };
  export default less;
}
