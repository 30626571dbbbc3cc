import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  constrained,
  fitScale,
  isPixelated,
  placementOf,
  revealing,
  scaledTo,
  sourcePixelAt,
  zoomOf,
} from '../../../../src/webview/picture/placement';

const PANE = { width: 600, height: 400 };
const PHOTO = { width: 6000, height: 3000 };
const ICON = { width: 48, height: 48 };

const sizes = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
});

describe('the fit', () => {
  it('shows a large picture as large as there is room', () => {
    assert.equal(fitScale(PHOTO, PANE), 0.1);
    assert.deepEqual(placementOf('fit', PHOTO, PANE), { scale: 0.1, x: 0, y: 50 });
  });

  it('enlarges icons by whole numbers', () => {
    assert.equal(fitScale(ICON, { width: 940, height: 700 }), 10);
    assert.equal(fitScale({ width: 16, height: 16 }, { width: 940, height: 700 }), 16);
  });

  it('shows what just fits at its own size', () => {
    assert.equal(fitScale({ width: 768, height: 512 }, { width: 940, height: 700 }), 1);
  });
});

describe('a placement', () => {
  it('leaves no gap at an edge of a picture larger than its pane, and centers a smaller one', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.double({ min: 0.01, max: 64, noNaN: true }),
        fc.integer({ min: -9000, max: 9000 }),
        (picture, scale, offset) => {
          const { x, y } = constrained({ scale, x: offset, y: offset }, picture, PANE);
          for (const [at, length, room] of [
            [x, scale * picture.width, PANE.width],
            [y, scale * picture.height, PANE.height],
          ] as const) {
            if (length <= room) assert.ok(Math.abs(2 * at + length - room) <= 1);
            else assert.ok(at <= 0 && at + length >= room - 1e-6);
          }
        },
      ),
    );
  });

  it('comes back from the choice that it gives', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scale, centerX, centerY) => {
          const placement = placementOf({ scale, centerX, centerY }, PHOTO, PANE);
          const again = placementOf(zoomOf(placement, PHOTO, PANE), PHOTO, PANE);
          for (const key of ['scale', 'x', 'y'] as const) {
            assert.ok(Math.abs(again[key] - placement[key]) < 1e-6);
          }
        },
      ),
    );
  });

  it('is the fit again when it is scaled back to it, in a pane of any size', () => {
    const near = scaledTo(placementOf('fit', PHOTO, PANE), 1, { x: 100, y: 100 }, PHOTO, PANE);
    const back = scaledTo(near, 0.0001, { x: 500, y: 300 }, PHOTO, PANE);
    assert.equal(zoomOf(back, PHOTO, PANE), 'fit');
    assert.notEqual(zoomOf(near, PHOTO, PANE), 'fit');
  });

  it('keeps the pixel under the pointer when scaled', () => {
    const at = { x: 320, y: 210 };
    const before = placementOf({ scale: 1, centerX: 0.5, centerY: 0.5 }, PHOTO, PANE);
    const after = scaledTo(before, 7.3, at, PHOTO, PANE);
    assert.deepEqual(sourcePixelAt(after, at, PHOTO), sourcePixelAt(before, at, PHOTO));
  });

  it('goes no closer than 64 screen pixels a pixel, and lets an icon be seen at its own size', () => {
    const at = { x: 300, y: 200 };
    assert.equal(scaledTo(placementOf('fit', ICON, PANE), 1000, at, ICON, PANE).scale, 64);
    assert.equal(scaledTo(placementOf('fit', ICON, PANE), 0, at, ICON, PANE).scale, 1);
  });

  it('tells the source pixel under a place, and none beside the picture', () => {
    const placement = placementOf('fit', PHOTO, PANE);
    assert.deepEqual(sourcePixelAt(placement, { x: 0, y: 50 }, PHOTO), { x: 0, y: 0 });
    assert.deepEqual(sourcePixelAt(placement, { x: 599.95, y: 349.95 }, PHOTO), { x: 5999, y: 2999 });
    assert.equal(sourcePixelAt(placement, { x: 300, y: 49 }, PHOTO), undefined);
  });

  it('moves just enough to show a pixel', () => {
    const before = placementOf({ scale: 10, centerX: 0.5, centerY: 0.5 }, PHOTO, PANE);
    const after = revealing(before, { x: 3040, y: 1500 }, PHOTO, PANE);
    assert.deepEqual(sourcePixelAt(after, { x: 599.5, y: 200 }, PHOTO), { x: 3040, y: 1500 });
    assert.equal(after.y, before.y);
    assert.deepEqual(revealing(before, { x: 3000, y: 1500 }, PHOTO, PANE), before);
  });

  it('has crisp pixels from 300 %, and at whole numbers from 200 %', () => {
    assert.deepEqual([1, 1.5, 2, 2.5, 3, 3.3, 64].map(isPixelated), [
      false,
      false,
      true,
      false,
      true,
      true,
      true,
    ]);
  });
});
