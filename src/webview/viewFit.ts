/** How large pictures are shown, and how many pixels are painted for that. All sizes without captions. */

export interface Size {
  width: number;
  height: number;
}

/** One picture on the page. `css` in CSS pixels, `pixels` of the canvas. */
export interface Fit {
  css: Size;
  pixels: Size;
  /** The source's pixels are enlarged by a whole number and stay crisp. */
  isPixelated: boolean;
}

/** More pixels than this are not painted while the slider moves: 12 ms a frame at 8 ns a pixel. */
const MOST_PIXELS = 1_500_000;
/** Small pictures are enlarged up to this size (CSS pixels) and this factor, so that icons can be judged. */
const ENLARGED_MAX = 512;
const FACTOR_MAX = 16;

/** The largest view of `picture` in `pane` (CSS pixels). Small pictures are enlarged by whole numbers only. */
export function fitPicture(picture: Size, pane: Size, devicePixelRatio: number): Fit {
  const room = Math.min(pane.width / picture.width, pane.height / picture.height);
  if (room >= 1) {
    const enlarged = ENLARGED_MAX / Math.max(picture.width, picture.height);
    const factor = Math.max(1, Math.floor(Math.min(room, FACTOR_MAX, enlarged)));
    return {
      css: { width: picture.width * factor, height: picture.height * factor },
      pixels: bounded(picture),
      isPixelated: factor > 1,
    };
  }
  const css = {
    width: Math.max(1, Math.floor(picture.width * room)),
    height: Math.max(1, Math.floor(picture.height * room)),
  };
  // From the rounded size, so that a canvas pixel is a pixel of the screen and nothing is scaled twice.
  const onScreen = { width: css.width * devicePixelRatio, height: css.height * devicePixelRatio };
  return {
    css,
    pixels: bounded(onScreen.width < picture.width ? onScreen : picture),
    isPixelated: false,
  };
}

function bounded({ width, height }: Size): Size {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

export type Arrangement = 'row' | 'column';

/** Beside each other is what people expect; under each other must show this much more to be worth the surprise. */
const COLUMN_GAIN = 1.3;

/** Two panes for `picture` beside each other, or under each other where that shows it much larger. `gap`: CSS pixels. */
export function arrangePanes(
  picture: Size,
  stage: Size,
  gap: Size,
): { arrangement: Arrangement; pane: Size } {
  const inRow = { width: (stage.width - gap.width) / 2, height: stage.height };
  const inColumn = { width: stage.width, height: (stage.height - gap.height) / 2 };
  const room = (pane: Size) => Math.min(pane.width / picture.width, pane.height / picture.height);
  return room(inRow) * COLUMN_GAIN >= room(inColumn)
    ? { arrangement: 'row', pane: inRow }
    : { arrangement: 'column', pane: inColumn };
}
