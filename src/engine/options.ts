/**
 * What a reduction can be asked for: the one declaration that settings, page, command line and worker read.
 */

/** Where colors are compared: OKLab follows what people see, sRGB is what error tables and tutorials measure. */
export const SPACES = ['oklab', 'rgb'] as const;
export type Space = (typeof SPACES)[number];

/** How the first centroids are found. `split` needs no seed: the same image always gives the same start. */
export const INITS = ['split', 'kmeans++', 'random'] as const;
export type Init = (typeof INITS)[number];

/** How pixels whose color is not in the palette are mixed from those that are. */
export const DITHERS = ['none', 'floyd-steinberg', 'atkinson', 'bayer', 'blue-noise'] as const;
export type Dither = (typeof DITHERS)[number];

/** A palette color that is found as one color and written as another: `#rrggbb` or `#rrggbbaa`. */
export interface Recoloring {
  from: string;
  to: string;
}

export interface ReduceOptions {
  /** Number of palette colors, 2–4096; up to 256 fit an indexed PNG. */
  k: number;
  space: Space;
  init: Init;
  /** Seed of `kmeans++` and `random`, an unsigned 32-bit integer. `split` ignores it. */
  seed: number;
  /** Starts of `kmeans++` and `random` that are tried, with seeds from `seed` on; the best result counts. 1–20. */
  runs: number;
  /** How strongly rare vivid colors are kept, 0–100 %. Costs accuracy elsewhere. */
  keepRare: number;
  /** Colors that are in the palette as they are, `#rrggbb` or `#rrggbbaa`, at most `k`. */
  locked: readonly string[];
  /** Locked colors whose pixels are written in another color; each `from` at most once. */
  recolored: readonly Recoloring[];
  dither: Dither;
  /** Strength of the dither, 0–100 %. */
  ditherStrength: number;
}

export const K_MIN = 2;
/** The most colors an indexed PNG can hold. */
export const K_MAX_INDEXED = 256;
/** The most colors a reduction can be asked for; over `K_MAX_INDEXED` the file is truecolor. */
export const K_MAX = 4096;
export const SEED_MAX = 0xffffffff;
export const RUNS_MAX = 20;

export const DEFAULT_OPTIONS: Readonly<ReduceOptions> = {
  k: 16,
  space: 'oklab',
  init: 'split',
  seed: 1,
  runs: 1,
  keepRare: 0,
  locked: [],
  recolored: [],
  dither: 'none',
  ditherStrength: 100,
};

/** Whether two sets of options find the same palette, however its colors are written (what nothing reads does not count). */
export function samePalette(a: ReduceOptions, b: ReduceOptions): boolean {
  return (
    a.k === b.k &&
    a.space === b.space &&
    a.init === b.init &&
    (a.init === 'split' || (a.seed === b.seed && a.runs === b.runs)) &&
    a.keepRare === b.keepRare &&
    a.locked.join() === b.locked.join()
  );
}

/** Whether two sets of options ask for the same picture. */
export function sameReduction(a: ReduceOptions, b: ReduceOptions): boolean {
  const [strengthA, strengthB] = [a, b].map((each) => (each.dither === 'none' ? 0 : each.ditherStrength));
  return (
    samePalette(a, b) &&
    strengthA === strengthB &&
    (strengthA === 0 || a.dither === b.dither) &&
    a.recolored.map(({ from, to }) => from + to).join() ===
      b.recolored.map(({ from, to }) => from + to).join()
  );
}
