/**
 * What a picture costs to store before any compression: the bookkeeping of vector quantization (a label for each pixel
 * and a codebook of colors) and of a low-rank factorization (two thin matrices a channel).
 */

/** Bits of a number in a factor matrix: a 32-bit float. */
const FLOAT_BITS = 32;
const CHANNEL_BITS = 8;

export interface StorageCost {
  /** How many numbers there are to keep. */
  numbers: number;
  bits: number;
}

/** Three bytes a pixel, or four with alpha. */
export function originalCost(pixels: number, hasAlpha: boolean): StorageCost {
  const numbers = pixels * channelsOf(hasAlpha);
  return { numbers, bits: CHANNEL_BITS * numbers };
}

/** ⌈log₂ colors⌉ bits a pixel for its label, and the colors: 24 bits each, 32 with alpha. */
export function paletteCost(pixels: number, colors: number, hasAlpha: boolean): StorageCost {
  const codebook = channelsOf(hasAlpha) * colors;
  return { numbers: pixels + codebook, bits: pixels * labelBits(colors) + CHANNEL_BITS * codebook };
}

/** Bits that tell `colors` colors apart; one color needs none. */
export function labelBits(colors: number): number {
  return Math.ceil(Math.log2(colors));
}

/** Three channels, each a product of height × components and components × width. */
export function lowRankCost(width: number, height: number, components: number): StorageCost {
  const numbers = 3 * components * (width + height);
  return { numbers, bits: FLOAT_BITS * numbers };
}

function channelsOf(hasAlpha: boolean): number {
  return hasAlpha ? 4 : 3;
}
