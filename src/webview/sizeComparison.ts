/** How the reduced file compares with the original, in words and figures. */

/** `5.2×`, `6×`; from 100 on without decimals. */
export function formatTimes(ratio: number): string {
  return `${ratio >= 99.95 ? Math.round(ratio) : ratio.toFixed(1).replace('.0', '')}×`;
}

export interface SizeComparison {
  /** `5.2× smaller`, `1.3× larger` or `same size`. */
  ratio: string;
  /** `81 % saved`, or `30 % more`. */
  saved: string;
  isSmaller: boolean;
  /** Reduced over original, at most 1: the filled part of a bar. */
  fraction: number;
}

/** Sizes in bytes, both over 0. */
export function compareSizes(originalBytes: number, reducedBytes: number): SizeComparison {
  const share = reducedBytes / originalBytes;
  const isSmaller = share < 1;
  const percent = Math.abs(1 - share) * 100;
  // Rounding must not claim that everything was saved, nor that something tiny was nothing.
  const shownPercent = percent > 99 && isSmaller ? percent.toFixed(1) : percent.toFixed(0);
  const factor = isSmaller ? 1 / share : share;
  return {
    ratio:
      formatTimes(factor) === '1×'
        ? 'about the same size'
        : `${formatTimes(factor)} ${isSmaller ? 'smaller' : 'larger'}`,
    saved: `${shownPercent} % ${isSmaller ? 'saved' : 'more'}`,
    isSmaller,
    fraction: Math.min(1, share),
  };
}

/** Bits that tell `colors` colors apart, ⌈log₂ colors⌉, at least 1. */
export function bitsPerPixel(colors: number): number {
  return Math.max(1, Math.ceil(Math.log2(colors)));
}

/** How much smaller raw pixels get as palette indices: 24 bits of RGB against ⌈log₂ colors⌉ bits. */
export function theoreticalRatio(colors: number): number {
  return 24 / bitsPerPixel(colors);
}
