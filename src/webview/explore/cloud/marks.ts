/** Palette colors as they are drawn over a cloud: disks that can be pointed at. */

export interface Mark {
  /** The center on the screen, CSS pixels. */
  x: number;
  y: number;
  /** How near the eye: of two, the smaller one is seen. */
  depth: number;
  diameter: number;
}

/** Small disks are caught from a little outside. */
const REACH = 4;

/** The diameter of a point for its share of the pixels, CSS pixels: its ball's volume goes with the share. */
export function pointDiameter(share: number, points: number): number {
  return Math.min(7, Math.max(1.6, 2.2 * Math.cbrt(share * points)));
}

/** The diameter of a palette color for its share of the pixels, CSS pixels; smaller where there are many. */
export function markDiameter(share: number, colors: number): number {
  const least = colors <= 32 ? 10 : colors <= 128 ? 8 : 6;
  return least + Math.min(18, 26 * Math.sqrt(share));
}

/** The mark at a place: of several, the one that lies in front. */
export function markAt(marks: readonly Mark[], x: number, y: number): number | undefined {
  let found: number | undefined;
  marks.forEach((mark, index) => {
    const radius = mark.diameter / 2 + REACH;
    if ((mark.x - x) ** 2 + (mark.y - y) ** 2 > radius * radius) return;
    if (found === undefined || mark.depth < marks[found]!.depth) found = index;
  });
  return found;
}
