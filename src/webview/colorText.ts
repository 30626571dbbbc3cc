/** A palette color in text: what a person reads, copies and hears. */

/** One color of a palette with its share of the picture's pixels (0–1). */
export interface ShownColor {
  /** `#rrggbb`, or `#rrggbbaa` where it is not opaque. */
  hex: string;
  share: number;
  /** 0 for grays, 1–8 around the color wheel from red. */
  sector: number;
  /** Perceived lightness, 0–1; transparent counts as dark. */
  lightness: number;
}

function byteHex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

/** `rgba`: 4 bytes a color; `index` counts colors. */
export function colorHex(rgba: Uint8Array, index: number): string {
  const [r = 0, g = 0, b = 0, a = 255] = rgba.subarray(4 * index, 4 * index + 4);
  return `#${byteHex(r)}${byteHex(g)}${byteHex(b)}${a === 255 ? '' : byteHex(a)}`;
}

/** Luma of gamma-coded sRGB: enough to put swatches in order. */
export function colorLightness(rgba: Uint8Array, index: number): number {
  const [r = 0, g = 0, b = 0, a = 255] = rgba.subarray(4 * index, 4 * index + 4);
  return ((0.299 * r + 0.587 * g + 0.114 * b) / 255) * (a / 255);
}

const SECTORS = 8;
/** Colors whose channels differ by less (0–255) look gray among others. */
const GRAY_SPREAD = 32;

/** Which part of the color wheel a color belongs to: 0 for grays, 1–8 from red over yellow, green and blue to pink. */
export function colorSector(rgba: Uint8Array, index: number): number {
  const [r = 0, g = 0, b = 0] = rgba.subarray(4 * index, 4 * index + 3);
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  if (spread < GRAY_SPREAD) {
    return 0;
  }
  const sixths = most === r ? (g - b) / spread : most === g ? 2 + (b - r) / spread : 4 + (r - g) / spread;
  // Half a sector ahead, so that reds on both sides of the wheel's seam stay together.
  return 1 + (Math.floor((sixths / 6) * SECTORS + 0.5 + SECTORS) % SECTORS);
}

/** `12.4 %`, `<0.1 %` where rounding would say nothing. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.05) {
    return '<0.1 %';
  }
  return `${percent >= 99.95 ? 100 : percent.toFixed(1)} %`;
}
