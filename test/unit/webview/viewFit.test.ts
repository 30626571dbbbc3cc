import assert from 'node:assert/strict';
import { arrangePanes, fitPicture } from '../../../src/webview/viewFit';

describe('fitPicture', () => {
  it('shows a large picture as large as there is room, at the resolution of the screen', () => {
    const fit = fitPicture({ width: 6000, height: 4000 }, { width: 600, height: 600 }, 2);
    assert.deepEqual(fit, {
      css: { width: 600, height: 400 },
      pixels: { width: 1200, height: 800 },
      isPixelated: false,
    });
  });

  it('has a canvas pixel for each pixel of the screen, also after rounding', () => {
    const fit = fitPicture({ width: 2725, height: 2225 }, { width: 948, height: 724 }, 1);
    assert.deepEqual(fit.pixels, fit.css);
  });

  it('never paints more pixels than the source has', () => {
    const fit = fitPicture({ width: 700, height: 400 }, { width: 600, height: 600 }, 2);
    assert.deepEqual(fit.pixels, { width: 700, height: 400 });
  });

  it('never paints more than 1.5 million pixels', () => {
    for (const picture of [
      { width: 8000, height: 6000 },
      { width: 1900, height: 1000 },
    ]) {
      const { pixels } = fitPicture(picture, { width: 2000, height: 1500 }, 2);
      assert.ok(pixels.width * pixels.height <= 1_502_000, JSON.stringify(pixels));
      assert.ok(Math.abs(pixels.width / pixels.height - picture.width / picture.height) < 0.01);
    }
  });

  it('enlarges icons by whole numbers, with crisp pixels', () => {
    const fit = fitPicture({ width: 48, height: 48 }, { width: 940, height: 700 }, 1);
    assert.deepEqual(fit, {
      css: { width: 480, height: 480 },
      pixels: { width: 48, height: 48 },
      isPixelated: true,
    });
    assert.equal(fitPicture({ width: 16, height: 16 }, { width: 940, height: 700 }, 1).css.width, 256);
  });

  it('shows what just fits at its own size', () => {
    const fit = fitPicture({ width: 768, height: 512 }, { width: 940, height: 700 }, 1);
    assert.deepEqual(fit.css, { width: 768, height: 512 });
    assert.equal(fit.isPixelated, false);
  });

  it('keeps a sliver visible', () => {
    assert.equal(fitPicture({ width: 10_000, height: 2 }, { width: 500, height: 500 }, 1).css.height, 1);
  });
});

describe('arrangePanes', () => {
  const gap = { width: 16, height: 24 };

  it('stands two pictures beside each other in a wide stage', () => {
    const { arrangement, pane } = arrangePanes(
      { width: 300, height: 300 },
      { width: 1016, height: 500 },
      gap,
    );
    assert.equal(arrangement, 'row');
    assert.deepEqual(pane, { width: 500, height: 500 });
  });

  it('stands them under each other where that shows them much larger', () => {
    const { arrangement, pane } = arrangePanes(
      { width: 1600, height: 400 },
      { width: 400, height: 424 },
      gap,
    );
    assert.equal(arrangement, 'column');
    assert.deepEqual(pane, { width: 400, height: 200 });
  });

  it('stays beside each other for a small gain', () => {
    assert.equal(
      arrangePanes({ width: 768, height: 512 }, { width: 948, height: 724 }, gap).arrangement,
      'row',
    );
  });
});
