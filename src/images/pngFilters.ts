/** The filters of PNG's rows undone (W3C, *PNG Specification, Third Edition*, 2025, clause 9). */

/**
 * Undoes the filter of one row, in place.
 *
 * @param filter The row's filter type, 0–4.
 * @param row The row's bytes, without the filter type.
 * @param above The row above as it came out, as long as `row`; zeros for the first row of a pass.
 * @param step Bytes from a sample to the same sample of the pixel before, at least 1.
 * @returns Whether there is such a filter.
 */
export function undoFilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): boolean {
  const { length } = row;
  switch (filter) {
    case 0:
      return true;
    case 1:
      for (let i = step; i < length; i++) row[i] = row[i]! + row[i - step]!;
      return true;
    case 2:
      for (let i = 0; i < length; i++) row[i] = row[i]! + above[i]!;
      return true;
    case 3:
      for (let i = 0; i < step && i < length; i++) row[i] = row[i]! + (above[i]! >> 1);
      for (let i = step; i < length; i++) row[i] = row[i]! + ((row[i - step]! + above[i]!) >> 1);
      return true;
    case 4:
      for (let i = 0; i < step && i < length; i++) row[i] = row[i]! + above[i]!;
      for (let i = step; i < length; i++) {
        const left = row[i - step]!;
        const up = above[i]!;
        const corner = above[i - step]!;
        // How far the estimate left + up - corner is from each of the three.
        const toLeft = Math.abs(up - corner);
        const toUp = Math.abs(left - corner);
        const toCorner = Math.abs(left + up - 2 * corner);
        row[i] = row[i]! + (toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
      }
      return true;
    default:
      return false;
  }
}
