import { QuickRemap } from '../../engine/quickRemap';
import type { ReduceOptions } from '../../engine/options';
import type { ComparedMessage, PaletteLookup, PaletteMessagePart } from '../../shared/messages';
import type { Reduced } from '../state';
import { paintDifference, pointsOfPixels } from './differenceMap';
import { paintVeil } from './highlightVeil';
import type { ExploredPicture, PalettePainting } from './exploredPicture';
import type { Layer } from './paneLayout';
import type { PictureLevels } from './pictureLevels';
import type { Region } from './visibleRegion';

/** What there is to paint. */
export interface Pictures {
  original: PictureLevels | undefined;
  reduced: Reduced | undefined;
  /** The decoded file of an exact result, and whose bytes it shows. */
  exact: { png: ArrayBuffer; levels: PictureLevels } | undefined;
  compared: ReadonlyMap<number, ComparedMessage>;
  /** Of the Explore panel, with the decoded files of those that are files. */
  explored: readonly { picture: ExploredPicture; levels: PictureLevels | undefined }[];
}

/** A palette with what it was made for. */
interface Colors {
  options: ReduceOptions;
  palette: Pick<PaletteMessagePart, 'rgba' | 'lookup'>;
}

/** A value that is made anew when what it is made from changes. */
class Kept<T> {
  private from: readonly unknown[] = [];
  private value: T | undefined;

  get(from: readonly unknown[], make: () => T): T {
    if (this.value === undefined || !sameList(from, this.from)) {
      this.value = make();
      this.from = from;
    }
    return this.value;
  }
}

/**
 * Paints the region of the pictures that is seen onto the canvases of the views: each only when something changed that it
 * shows, and pixels that several need are read once.
 */
export class StagePainter {
  /** What each canvas shows. */
  private readonly painted = new WeakMap<HTMLCanvasElement, readonly unknown[]>();
  private readonly remaps = new WeakMap<Colors, QuickRemap>();
  private readonly exploredRemaps = new WeakMap<PalettePainting, QuickRemap>();
  private readonly smoothSource = new Kept<ImageData>();
  private readonly sampledSource = new Kept<ImageData>();
  private readonly sourcePoints = new Kept<Float32Array>();
  private readonly sampledReduced = new Kept<ImageData | undefined>();
  private target: ImageData | undefined;

  /** Paints a layer. False when it is painted already, or there is nothing to paint it from. */
  paint(canvas: HTMLCanvasElement, layer: Layer, region: Region, pictures: Pictures): boolean {
    const { original, reduced, exact, compared } = pictures;
    if (layer === 'original') {
      return this.paintOnce(
        canvas,
        region,
        ['original', original],
        () => original && this.draw(canvas, original, region),
      );
    }
    if (layer === 'reduced') {
      return this.paintOnce(canvas, region, ['reduced', original, reduced, exact], () =>
        this.paintReduced(canvas, region, pictures),
      );
    }
    if (layer === 'difference') {
      return this.paintOnce(canvas, region, ['difference', original, reduced, exact], () =>
        this.paintDifference(canvas, region, pictures),
      );
    }
    if ('explored' in layer) return this.paintExplored(canvas, region, pictures, layer.explored);
    const candidate = compared.get(layer.candidate);
    return this.paintOnce(
      canvas,
      region,
      ['candidate', original, candidate],
      () => candidate && original && this.paintQuick(canvas, candidate, this.source(original, region)),
    );
  }

  /** Paints the veil over all but some palette colors; without any it is cleared. */
  paintVeil(canvas: HTMLCanvasElement, kept: readonly number[], region: Region, pictures: Pictures): boolean {
    const { original, reduced, exact } = pictures;
    const shows = kept.length === 0 ? ['no veil'] : ['veil', kept.join(), original, reduced, exact];
    return this.paintOnce(canvas, region, shows, () => {
      if (kept.length === 0 || !reduced) return true; // resized, it is clear
      const pixels = this.reducedSamples(region, pictures);
      if (!pixels) return false;
      const veil = new ImageData(pixels.width, pixels.height);
      paintVeil(pixels.data, reduced.palette.rgba, kept, veil.data);
      return put(canvas, veil);
    });
  }

  /** The palette index of a color of the original in a picture of the Explore panel. */
  exploredIndex(painting: PalettePainting, rgba: ArrayLike<number>): number {
    return this.exploredRemap(painting).indices(Uint8Array.from(rgba), 1)[0]!;
  }

  /** The palette index of a color of the original, as the quick picture has it but for dithering. */
  quickIndex(colors: Colors, rgba: ArrayLike<number>): number {
    const { palette, options } = colors;
    const { lookup } = palette;
    const found = new QuickRemap(lookup?.rgba ?? palette.rgba, options.space);
    const index = found.indices(Uint8Array.from(rgba), 1)[0]!;
    return lookup?.places[index] ?? index;
  }

  private paintOnce(
    canvas: HTMLCanvasElement,
    region: Region,
    shows: readonly unknown[],
    paint: () => boolean | undefined,
  ): boolean {
    const key = [region, ...shows];
    if (sameList(key, this.painted.get(canvas) ?? [])) return false;
    const { width, height } = region.pixels;
    const isResized = canvas.width !== width || canvas.height !== height;
    if (isResized || shows[0] === 'no veil') {
      canvas.width = width;
      canvas.height = height;
    }
    const isPainted = paint() ?? false;
    // A picture that is not there yet leaves the one before in place, unless that shows another part.
    if (isPainted) this.painted.set(canvas, key);
    return isPainted;
  }

  private paintReduced(
    canvas: HTMLCanvasElement,
    region: Region,
    { original, reduced, exact }: Pictures,
  ): boolean {
    if (reduced?.kind === 'exact') {
      return exact?.png === reduced.png && this.draw(canvas, exact.levels, region);
    }
    return (
      reduced !== undefined &&
      original !== undefined &&
      this.paintQuick(canvas, reduced, this.source(original, region))
    );
  }

  private paintExplored(
    canvas: HTMLCanvasElement,
    region: Region,
    { original, explored }: Pictures,
    place: number,
  ): boolean {
    const shown = explored[place];
    if (!shown) return false;
    const { picture, levels } = shown;
    const { painting } = picture;
    return this.paintOnce(canvas, region, ['explored', original, painting, levels], () => {
      if ('png' in painting) return levels && this.draw(canvas, levels, region);
      if (!original) return false;
      const source = this.source(original, region);
      const target = this.targetFor(source);
      this.exploredRemap(painting).paint(source.data, target.data, source.width);
      return put(canvas, target);
    });
  }

  private exploredRemap(painting: PalettePainting): QuickRemap {
    let remap = this.exploredRemaps.get(painting);
    if (!remap) this.exploredRemaps.set(painting, (remap = new QuickRemap(painting.palette, painting.space)));
    return remap;
  }

  private paintDifference(canvas: HTMLCanvasElement, region: Region, pictures: Pictures): boolean {
    const { original } = pictures;
    const reduced = original && this.reducedSamples(region, pictures);
    if (!original || !reduced) return false;
    const samples = this.sourceSamples(original, region);
    const points = this.sourcePoints.get([samples], () => pointsOfPixels(samples.data));
    const heat = this.targetFor(samples);
    paintDifference(points, reduced.data, heat.data);
    return put(canvas, heat);
  }

  private paintQuick(canvas: HTMLCanvasElement, colors: Colors, source: ImageData): boolean {
    const target = this.targetFor(source);
    this.remapFor(colors).paint(source.data, target.data, source.width);
    return put(canvas, target);
  }

  private draw(canvas: HTMLCanvasElement, levels: PictureLevels, region: Region): boolean {
    const context = canvas.getContext('2d');
    if (context) levels.draw(context, region, true);
    return context !== null;
  }

  private source(original: PictureLevels, region: Region): ImageData {
    return this.smoothSource.get([original, region], () => original.read(region, true));
  }

  /** Unmixed pixels: the difference of a mean is not the mean of differences. */
  private sourceSamples(original: PictureLevels, region: Region): ImageData {
    return isUnscaled(region)
      ? this.source(original, region)
      : this.sampledSource.get([original, region], () => original.read(region, false));
  }

  /** The reduced picture in its palette colors only. */
  private reducedSamples(region: Region, { original, reduced, exact }: Pictures): ImageData | undefined {
    return this.sampledReduced.get([original, reduced, exact, region], () => {
      if (reduced?.kind === 'exact') {
        return exact?.png === reduced.png ? exact.levels.read(region, false) : undefined;
      }
      if (!reduced || !original) return undefined;
      const samples = this.sourceSamples(original, region);
      const pixels = new ImageData(samples.width, samples.height);
      this.remapFor(reduced).paint(samples.data, pixels.data, samples.width);
      return pixels;
    });
  }

  private remapFor(colors: Colors): QuickRemap {
    let remap = this.remaps.get(colors);
    if (!remap) {
      const { options, palette } = colors;
      const dither = { kind: options.dither, strength: options.ditherStrength };
      const { rgba, lookup } = palette;
      remap = lookup
        ? new QuickRemap(lookup.rgba, options.space, dither, writtenColors(rgba, lookup))
        : new QuickRemap(rgba, options.space, dither);
      this.remaps.set(colors, remap);
    }
    return remap;
  }

  private targetFor({ width, height }: ImageData): ImageData {
    if (this.target?.width !== width || this.target.height !== height)
      this.target = new ImageData(width, height);
    return this.target;
  }
}

/** The palette color of every color of the lookup, RGBA. */
function writtenColors(rgba: Uint8Array, { places }: PaletteLookup): Uint8Array {
  const written = new Uint8Array(4 * places.length);
  places.forEach((place, color) => written.set(rgba.subarray(4 * place, 4 * place + 4), 4 * color));
  return written;
}

function put(canvas: HTMLCanvasElement, pixels: ImageData): boolean {
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return true;
}

function isUnscaled({ source, pixels }: Region): boolean {
  return source.width === pixels.width && source.height === pixels.height;
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
