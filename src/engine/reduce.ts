/**
 * The stages of a reduction, tied together for one image:
 *
 *     pixels → histogram → palette → remap or dither → recolor → quality
 *
 * Each stage's result is kept and reused as long as nothing it depends on changes: a new k leaves the histogram
 * alone, another dither leaves the palette alone.
 */
import { dither } from './dither';
import { buildExactHistogram, type Histogram } from './histogram';
import type { Level } from './levels';
import { samePalette, type ReduceOptions, type Space } from './options';
import { fillPlaces, sortPalette, withoutPlaces } from './palette';
import {
  PaletteSearch,
  type Effort,
  type PaletteResult,
  type SearchLimits,
  type Stage,
} from './paletteSearch';
import type { Pixels } from './pixels';
import { recolorPalette, recolorPicture, type Lookup } from './recolor';
import { measureQuality, type Quality } from './quality';
import { measureDetails, type QualityDetails } from './qualityDetailed';
import { remap, type Remapped } from './remap';
import type { Steps } from './steps';
import { colorOfHex } from './hexColor';
import { workingSpace } from './workingSpace';

export interface Reduced extends PaletteResult {
  picture: Remapped;
  /** By which colors pixels found theirs, where that is not the palette itself. */
  lookup?: Lookup;
}

/** How often colors that no pixel took are replaced; each time lowers the error, once is nearly always enough. */
const MAX_REPAIRS = 8;

export class ImageReducer {
  readonly search: PaletteSearch;
  private readonly results = new Map<Effort, { limits: SearchLimits; result: PaletteResult }>();

  constructor(readonly pixels: Pixels) {
    this.search = new PaletteSearch(pixels);
  }

  /** What everything else starts from; the one pass over the pixels. */
  histogram(): Steps<Histogram> {
    return this.search.levels.get('medium');
  }

  /** The image's colors as points, and their split tree; for looking into what `palette` does with them. */
  stage(level: Level, space: Space): Steps<Stage> {
    return this.search.stage(level, space);
  }

  *palette(options: ReduceOptions, limits: SearchLimits): Steps<PaletteResult> {
    const last = this.results.get(limits.effort);
    if (last && samePalette(last.result.options, options) && last.limits.improveMs === limits.improveMs) {
      return { ...last.result, options };
    }
    const settled = this.results.get('rest');
    if (limits.effort === 'moving' && settled && samePalette(settled.result.options, options)) {
      return { ...settled.result, options }; // only the dither moves, or a color: the palette is the final one
    }
    const result = yield* this.search.search(options, limits);
    this.results.set(limits.effort, { limits, result });
    return result;
  }

  /**
   * The whole picture. Without a dither every color of the palette is used, but for locked ones that suit no
   * pixel; a dither mixes from the same palette. Colors are swapped last, so that every pixel is where it was.
   */
  *reduce(options: ReduceOptions, limits: SearchLimits): Steps<Reduced> {
    const result = yield* this.palette(options, limits);
    const plain = yield* this.remapToAll(result);
    const found = result.isLossless ? plain : yield* dither(this.pixels, plain, options);
    const { palette, lookup } = recolorPalette(found.palette, options.recolored);
    const picture = lookup ? yield* recolorPicture(found, palette, lookup) : found;
    const { counts } = picture;
    const total = counts.reduce((sum, count) => sum + count, 0);
    const shares = counts.map((count) => count / total);
    return { ...result, palette, shares, picture, lookup, isLossless: result.isLossless && !lookup };
  }

  measure(reduced: Reduced): Steps<Quality> {
    return measureQuality(this.pixels, reduced.picture);
  }

  /** The figures that take longer. */
  measureDetails(picture: Remapped): Steps<QualityDetails> {
    return measureDetails(this.pixels, picture);
  }

  /**
   * Remaps, and replaces colors that no pixel took (rounding can move a color off the few pixels it was for)
   * or that the cells of the histogram were too coarse to tell apart.
   */
  private *remapToAll({ palette, options, isLossless }: PaletteResult): Steps<Remapped> {
    const space = workingSpace(options.space);
    let picture = yield* remap(this.pixels, palette, space);
    if (isLossless) return picture;
    const locked = new Set(options.locked.map((hex) => colorOfHex(hex).join()));
    for (let repair = 0; repair < MAX_REPAIRS; repair++) {
      const { palette: colors, counts } = picture;
      const places = [...Array(options.k).keys()].filter(
        (place) => !counts[place] && !locked.has(colors.subarray(4 * place, 4 * place + 4).join()),
      );
      if (places.length === 0) break;
      const filled = new Uint8Array(4 * options.k);
      filled.set(colors);
      const leftOver = fillPlaces(filled, places, yield* buildExactHistogram(this.pixels), space);
      picture = yield* remap(this.pixels, sortPalette(withoutPlaces(filled, leftOver)).palette, space);
    }
    return picture;
  }
}
