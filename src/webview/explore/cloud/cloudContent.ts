/** What a cloud and its projection draw: the same colors, in either space. */
import type { CloudAnswer } from '../../../shared/explore/cloud';
import type { PaletteMessagePart } from '../../../shared/messages';
import { placesOf, type CloudSpace } from './colorPlaces';
import type { Disks } from './cloudScene';
import { markDiameter, pointDiameter } from './marks';

export interface CloudContent {
  cloud: CloudAnswer | undefined;
  palette: PaletteMessagePart | undefined;
  /** The palettes (RGBA) that the centroids went through, first to last. */
  trail: readonly Uint8Array[] | undefined;
  /** The palette color that is emphasized, by its index. */
  highlighted: number | undefined;
}

const START_DIAMETER = 6;

export function pointDisks({ colors, shares }: CloudAnswer, space: CloudSpace): Disks {
  return {
    places: placesOf(colors, space),
    rgba: colors,
    diameters: Float32Array.from(shares, (share) => pointDiameter(share, shares.length)),
  };
}

export function paletteDisks(palette: PaletteMessagePart | undefined, space: CloudSpace): Disks {
  const { rgba = new Uint8Array(0), shares = [] } = palette ?? {};
  return {
    places: placesOf(rgba, space),
    rgba,
    diameters: Float32Array.from(shares, (share) => markDiameter(share, shares.length)),
  };
}

/** Where the centroids started. */
export function startDisks(trail: readonly Uint8Array[], space: CloudSpace): Disks {
  const rgba = trail.length > 1 ? trail[0]! : new Uint8Array(0);
  return {
    places: placesOf(rgba, space),
    rgba,
    diameters: new Float32Array(rgba.length / 4).fill(START_DIAMETER),
  };
}

/** From each place of a centroid to its next: 6 numbers a line. */
export function trailLines(trail: readonly Uint8Array[], space: CloudSpace): Float32Array {
  const rounds = trail.map((palette) => placesOf(palette, space));
  return Float32Array.from(
    rounds.slice(1).flatMap((to, round) => {
      const from = rounds[round]!;
      const colors = Math.min(from.length, to.length) / 3;
      return Array.from({ length: colors }, (_, color) => [
        ...from.subarray(3 * color, 3 * color + 3),
        ...to.subarray(3 * color, 3 * color + 3),
      ]).flat();
    }),
  );
}
