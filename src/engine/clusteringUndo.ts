/** What a `Clustering` was before a change that is tried. */
export class UndoLog {
  readonly points: number[] = [];
  readonly clustersOfPoints: number[] = [];
  readonly distances: number[] = [];
  readonly clusters = new Map<number, { cluster: number; moments: Float64Array; centroid: Float64Array }>();

  logPoint(point: number, cluster: number, distance: number): void {
    this.points.push(point);
    this.clustersOfPoints.push(cluster);
    this.distances.push(distance);
  }
}
