/**
 * Where a falling curve that flattens out (error over the number of colors) has its elbow.
 *
 * Kneedle: V. Satopää, J. Albrecht, D. Irwin and B. Raghavan, "Finding a 'Kneedle' in a Haystack: Detecting Knee Points
 * in System Behavior" (2011), offline, without smoothing. The curve is scaled to the unit square, where a straight line
 * from end to end would be the diagonal; a knee is where the curve bulges farthest away from it and then turns back
 * clearly. O(n).
 */

export interface ElbowOptions {
  /**
   * S of the paper: by how many mean steps of x the curve must turn back towards the diagonal before a bulge counts.
   * Larger: only clear knees. Default 1.
   */
  sensitivity?: number;
}

/**
 * The knees of a curve that is convex and falls, as indices in ascending order. `x` ascending, at least two different
 * values; `y` as many numbers.
 */
export function findElbows(
  x: readonly number[],
  y: readonly number[],
  { sensitivity = 1 }: ElbowOptions = {},
): number[] {
  const difference = differenceCurve(x, y);
  const n = difference.length;
  if (n < 3) return [];
  // The paper's mean difference of consecutive scaled x: 1 / (n − 1), wherever the values stand.
  const turn = sensitivity / (n - 1);
  const elbows: number[] = [];
  let candidate = -1;
  for (let i = 1; i < n; i++) {
    // A plateau's first point is its maximum.
    const isMaximum =
      difference[i]! > difference[i - 1]! && difference[i]! >= (difference[i + 1] ?? Infinity);
    if (isMaximum) {
      candidate = i;
    } else if (candidate >= 0 && difference[i]! < difference[candidate]! - turn) {
      elbows.push(candidate);
      candidate = -1;
    }
  }
  return elbows;
}

/** The knee that stands out most, as an index; `undefined` when the curve has none. */
export function findElbow(
  x: readonly number[],
  y: readonly number[],
  options: ElbowOptions = {},
): number | undefined {
  const difference = differenceCurve(x, y);
  const elbows = findElbows(x, y, options);
  return elbows.reduce<number | undefined>(
    (best, elbow) => (best === undefined || difference[elbow]! > difference[best]! ? elbow : best),
    undefined,
  );
}

/**
 * How far the curve bulges: both axes scaled to 0–1, the falling curve turned upside down (which makes its elbow the
 * knee of a rising, concave one), minus the diagonal. Empty for a curve without extent.
 */
function differenceCurve(x: readonly number[], y: readonly number[]): number[] {
  const [left, right] = [Math.min(...x), Math.max(...x)];
  const [low, high] = [Math.min(...y), Math.max(...y)];
  if (!(right > left) || !(high > low)) return [];
  return x.map((value, i) => (high - y[i]!) / (high - low) - (value - left) / (right - left));
}
