/**
 * Seeded random numbers: mulberry32 (Tommy Ettinger, 2017), 32 bits of state. Good enough to draw starting
 * centroids, the same on every machine, unlike `Math.random`.
 */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  /** A number in [0, 1). */
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
