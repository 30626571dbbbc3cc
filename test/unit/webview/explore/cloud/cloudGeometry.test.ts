import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CLOUD_SPACES, gamutEdges, placesOf } from '../../../../../src/webview/explore/cloud/colorPlaces';
import { trailLines } from '../../../../../src/webview/explore/cloud/cloudContent';
import { markAt, markDiameter, pointDiameter } from '../../../../../src/webview/explore/cloud/marks';
import { eyeOf, orbitAfterKey, START, turned, zoomed } from '../../../../../src/webview/explore/cloud/orbit';

const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;

describe('places of colors', () => {
  it('are the channels in RGB, and lightness upward in OKLab', () => {
    const [black, white] = [Uint8Array.of(0, 0, 0, 255), Uint8Array.of(255, 255, 255, 0)];
    assert.deepEqual([...placesOf(black, 'rgb')], [-0.5, -0.5, -0.5]);
    assert.deepEqual([...placesOf(white, 'rgb')], [0.5, 0.5, 0.5]);
    const [x, y, z] = placesOf(white, 'oklab');
    assert.ok(near(x!, 0) && near(z!, 0));
    assert.ok(near(y!, -placesOf(black, 'oklab')[1]!) && y! > 0.5);
  });

  it('lie within the edges of all sRGB colors', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    for (const space of CLOUD_SPACES) {
      const edges = gamutEdges(space);
      const along = (axis: number) => edges.filter((_, i) => i % 3 === axis);
      const bounds = [0, 1, 2].map((axis) => [Math.min(...along(axis)), Math.max(...along(axis))] as const);
      fc.assert(
        fc.property(byte, byte, byte, (r, g, b) => {
          placesOf([r, g, b, 255], space).forEach((value, axis) => {
            const [low, high] = bounds[axis]!;
            assert.ok(value >= low - 0.01 && value <= high + 0.01);
          });
        }),
      );
    }
  });

  it('are joined to the ways of centroids, round by round', () => {
    const rounds = [
      Uint8Array.of(0, 0, 0, 255),
      Uint8Array.of(255, 0, 0, 255),
      Uint8Array.of(255, 255, 0, 255),
    ];
    assert.deepEqual(
      [...trailLines(rounds, 'rgb')],
      [-0.5, -0.5, -0.5, 0.5, -0.5, -0.5, 0.5, -0.5, -0.5, 0.5, 0.5, -0.5],
    );
    assert.equal(trailLines(rounds.slice(0, 1), 'rgb').length, 0);
  });
});

describe('a walk around the cloud', () => {
  it('goes by keys and comes back with Home', () => {
    const there = ['ArrowLeft', 'ArrowUp', '+', '-', '-'].reduce(
      (orbit, key) => orbitAfterKey(key, orbit)!,
      START,
    );
    assert.notDeepEqual(there, START);
    assert.equal(orbitAfterKey('Home', there), START);
    assert.equal(orbitAfterKey('a', there), undefined);
  });

  it('never goes over the poles, and stays within its zoom', () => {
    const [high, low] = [turned(START, 0, 9), turned(START, 0, -9)];
    assert.ok(high.pitch < Math.PI / 2 && low.pitch > -Math.PI / 2);
    assert.ok(zoomed(START, 1e6).zoom < 100 && zoomed(START, 1e-6).zoom > 0.1);
  });

  it('keeps its distance while it turns', () => {
    const distance = (orbit: typeof START) => Math.hypot(...eyeOf(orbit));
    assert.ok(near(distance(turned(START, 2, 0.5)), distance(START)));
    assert.ok(near(distance(zoomed(START, 2)), distance(START) / 2));
  });
});

describe('marks of palette colors', () => {
  it('are found where they are, the nearest to the eye of several', () => {
    const marks = [
      { x: 10, y: 10, depth: 2, diameter: 12 },
      { x: 14, y: 10, depth: 1, diameter: 12 },
      { x: 90, y: 90, depth: 1, diameter: 4 },
    ];
    assert.equal(markAt(marks, 12, 10), 1);
    assert.equal(markAt(marks, 1, 10), 0);
    assert.equal(markAt(marks, 90, 95), 2);
    assert.equal(markAt(marks, 50, 50), undefined);
  });

  it('are larger for more pixels, within bounds', () => {
    assert.ok(markDiameter(0.5, 16) > markDiameter(0.01, 16));
    assert.ok(markDiameter(1, 2) <= 28 && markDiameter(0, 256) >= 6);
    assert.ok(pointDiameter(1, 30_000) <= 7 && pointDiameter(0, 30_000) >= 1.5);
  });
});
