import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placementOf } from '../../../../src/webview/picture/placement';
import { boxInPane, coveredBox, MOST_PIXELS, regionOf } from '../../../../src/webview/picture/visibleRegion';

const PANE = { width: 948, height: 724 };
const PHOTO = { width: 6000, height: 4000 };

function region(zoom: Parameters<typeof placementOf>[0], picture = PHOTO, ratio = 1) {
  const placement = placementOf(zoom, picture, PANE);
  const seen = regionOf(placement, picture, PANE, ratio);
  return { ...seen, placement, box: boxInPane(seen.source, placement, ratio) };
}

describe('the visible region', () => {
  it('is all of a picture that fits, a canvas pixel for each pixel of the screen', () => {
    for (const ratio of [1, 1.5, 2]) {
      const { source, pixels, box } = region('fit', { width: 2725, height: 2225 }, ratio);
      assert.deepEqual(source, { x: 0, y: 0, width: 2725, height: 2225 });
      if (ratio === 1) assert.deepEqual(pixels, { width: box.width, height: box.height });
      assert.ok(Math.abs(pixels.width / pixels.height - box.width / box.height) < 0.003);
    }
  });

  it('has no more pixels than the source', () => {
    assert.deepEqual(region('fit', { width: 700, height: 400 }, 2).pixels, { width: 700, height: 400 });
    assert.deepEqual(region('fit', { width: 48, height: 48 }).pixels, { width: 48, height: 48 });
  });

  it('is a sliver of a sliver', () => {
    const { pixels, box } = region('fit', { width: 10_000, height: 2 });
    assert.equal(pixels.height, 1);
    assert.equal(box.height, 1);
  });

  it('never has more than 1.5 million pixels, and covers what is seen, at any zoom', () => {
    fc.assert(
      fc.property(
        fc.record({
          scale: fc.double({ min: 0.01, max: 64, noNaN: true }),
          centerX: fc.double({ min: 0, max: 1, noNaN: true }),
          centerY: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        fc.constantFrom(1, 1.25, 2, 3),
        fc.constantFrom(PHOTO, { width: 300, height: 1400 }, { width: 16, height: 16 }),
        (zoom, ratio, picture) => {
          const { source, pixels, placement, box } = region(zoom, picture, ratio);
          assert.ok(pixels.width * pixels.height <= MOST_PIXELS + 3000);
          assert.ok(source.x >= 0 && source.y >= 0);
          assert.ok(source.x + source.width <= picture.width + 1e-6);
          assert.ok(source.y + source.height <= picture.height + 1e-6);
          const covered = coveredBox(placement, picture, PANE);
          const slack = 1 / ratio;
          assert.ok(box.x <= covered.x + slack && box.y <= covered.y + slack);
          assert.ok(box.x + box.width >= covered.x + covered.width - slack);
          assert.ok(box.y + box.height >= covered.y + covered.height - slack);
        },
      ),
    );
  });

  it('starts where the pattern of an ordered dither does when enlarged, in whole source pixels', () => {
    const { source, pixels } = region({ scale: 8, centerX: 0.5, centerY: 0.5 });
    assert.equal(source.x % 64, 0);
    assert.equal(source.y % 64, 0);
    assert.deepEqual(pixels, { width: source.width, height: source.height });
  });
});
