/**
 * How well palettes do on a picture, found on its histogram instead of its pixels: cheap enough for dozens of them.
 *
 * Entries of a histogram of cells are means, so what their pixels differ from them is missing in every distance to them.
 * In a PSNR that would show at many colors (+0.5 dB at 256); it is estimated once from some of the pixels and added.
 */
import { cellCount, cellOf } from '../histogramCells';
import type { Histogram } from '../histogram';
import { NearestColor } from '../nearestColor';
import type { Space } from '../options';
import type { Pixels } from '../pixels';
import type { Steps } from '../steps';
import { DIMENSIONS, pointsOfColors, pointsOfPalette, workingSpace } from '../workingSpace';

export interface PaletteError {
  /** Σ weight · squared distance in the working space, from each entry to its nearest color. */
  error: number;
  /** Of the picture without a dither, dB; `Infinity` when nothing is lost. */
  psnr: number;
}

/** Bits a channel of the cells of the histogram that everything is found on. */
const CELL_BITS = 6;
/** So many pixels tell what cells hide to 1 or 2 %. */
const SAMPLED_PIXELS = 1 << 15;
/** Entries between two pauses, about 2 ms at 256 colors. */
const BLOCK = 4096;

const sRgb = workingSpace('rgb');

export class PaletteErrors {
  private readonly space;
  /** The entries in sRGB, where PSNR is measured. */
  private readonly rgbPoints: Float64Array;
  /** Mean squared distance in sRGB of a pixel from its entry. */
  private readonly hidden: number;
  private readonly weight: number;

  /** `histogram`: the medium level of the picture; `points`: its entries in the working space. */
  constructor(
    private readonly histogram: Histogram,
    private readonly points: Float64Array,
    pixels: Pixels,
    space: Space,
  ) {
    this.space = workingSpace(space);
    this.rgbPoints = space === 'rgb' ? points : pointsOfColors(histogram.rgba, sRgb);
    this.hidden = histogram.isExact ? 0 : hiddenInCells(histogram, this.rgbPoints, pixels);
    this.weight = histogram.weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** `palette`: RGBA, `4 · colors` bytes, at least one color. */
  *measure(palette: Uint8Array): Steps<PaletteError> {
    const { points, rgbPoints, histogram } = this;
    const nearest = new NearestColor(palette, this.space);
    const colors = pointsOfPalette(palette, sRgb);
    let error = 0;
    let rgbError = this.hidden * this.weight;
    for (let entry = 0; entry < histogram.size; entry++) {
      const weight = histogram.weights[entry]!;
      const color = nearest.find(points, DIMENSIONS * entry);
      error += weight * nearest.distance;
      rgbError += weight * squaredDistance(rgbPoints, DIMENSIONS * entry, colors, DIMENSIONS * color);
      if (entry % BLOCK === BLOCK - 1) yield;
    }
    // Fully transparent pixels are pixels without an error. Points are in 0–1, and so is this mean.
    const mse = rgbError / (3 * (this.weight + histogram.transparentPixels));
    return { error, psnr: mse > 0 ? -10 * Math.log10(mse) : Infinity };
  }
}

function hiddenInCells(histogram: Histogram, rgbPoints: Float64Array, { rgba }: Pixels): number {
  const entries = new Uint32Array(cellCount(CELL_BITS));
  for (let entry = 0; entry < histogram.size; entry++) {
    entries[cellOf(histogram.rgba, 4 * entry, CELL_BITS)] = entry;
  }
  const pixelCount = rgba.length / 4;
  const step = Math.max(1, pixelCount / SAMPLED_PIXELS);
  const color = new Float64Array(4);
  const point = new Float64Array(DIMENSIONS);
  let sum = 0;
  let count = 0;
  for (let place = 0; place < pixelCount; place += step) {
    const at = 4 * Math.floor(place);
    for (let c = 0; c < 4; c++) color[c] = rgba[at + c]!;
    if (color[3] === 0) continue;
    sRgb.toPoint(color[0]!, color[1]!, color[2]!, color[3]!, point, 0);
    sum += squaredDistance(point, 0, rgbPoints, DIMENSIONS * entries[cellOf(color, 0, CELL_BITS)]!);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

function squaredDistance(a: Float64Array, at: number, b: Float64Array, bAt: number): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += (a[at + d]! - b[bAt + d]!) ** 2;
  return sum;
}
