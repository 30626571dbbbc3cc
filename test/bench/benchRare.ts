/**
 * Whether rare vivid colors are kept, and what that costs: the orange fish in a purple anemone (`clownfish`, of the
 * samples), whose orange plain k-means washes out at 16 colors.
 */
import { rgbToOklab } from '../../src/engine/oklab';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import type { Pixels } from '../../src/engine/pixels';
import { measureQuality } from '../../src/engine/quality';
import { ImageReducer } from '../../src/engine/reduce';
import { runToEnd } from '../../src/engine/steps';
import type { BenchImage } from './benchImages';

const K = 16;
const STRENGTHS = [0, 25, 50, 100];
/** Pixels of the fish's orange: of its hues the most vivid, a two-hundredth of the picture. */
const ORANGE_HUES = { from: 30, to: 90 };
const ORANGE_SHARE = 1 / 200;

export interface RareResult {
  effort: 'quick' | 'rest';
  keepRare: number;
  /** OKLab distance from the fish's orange to the nearest color of the palette. */
  toOrange: number;
  mse: number;
  deltaE: number;
}

/** `undefined` when no picture is called clownfish. */
export function keepRare(images: readonly BenchImage[]): RareResult[] | undefined {
  const pixels = images.find(({ name }) => name.includes('clownfish'))?.pixels;
  if (!pixels) return undefined;
  const orange = orangeOf(pixels);
  return (['quick', 'rest'] as const).flatMap((effort) =>
    STRENGTHS.map((strength) => {
      const options = { ...DEFAULT_OPTIONS, k: K, keepRare: strength };
      const limits = { effort };
      const { picture } = runToEnd(new ImageReducer(pixels).reduce(options, limits));
      const { mse, meanDeltaE } = runToEnd(measureQuality(pixels, picture));
      const toOrange = distanceTo(orange, picture.palette);
      return { effort, keepRare: strength, toOrange, mse, deltaE: meanDeltaE };
    }),
  );
}

function orangeOf({ rgba }: Pixels): number[] {
  const lab = new Float64Array(3);
  const oranges: { color: number[]; chroma: number }[] = [];
  for (let at = 0; at < rgba.length; at += 4) {
    rgbToOklab(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, lab);
    const hue = (Math.atan2(lab[2]!, lab[1]!) * 180) / Math.PI;
    if (hue < ORANGE_HUES.from || hue > ORANGE_HUES.to) continue;
    oranges.push({ color: [...lab], chroma: Math.hypot(lab[1]!, lab[2]!) });
  }
  oranges.sort((a, b) => b.chroma - a.chroma);
  oranges.length = Math.min(oranges.length, Math.round((rgba.length / 4) * ORANGE_SHARE));
  return [0, 1, 2].map((d) => oranges.reduce((sum, { color }) => sum + color[d]!, 0) / oranges.length);
}

function distanceTo(color: readonly number[], palette: Uint8Array): number {
  const lab = new Float64Array(3);
  let least = Infinity;
  for (let at = 0; at < palette.length; at += 4) {
    rgbToOklab(palette[at]!, palette[at + 1]!, palette[at + 2]!, lab);
    least = Math.min(least, Math.hypot(lab[0]! - color[0]!, lab[1]! - color[1]!, lab[2]! - color[2]!));
  }
  return least;
}
