import { readPixel, readShownPixel, type PixelReadout } from './pixelReadout';
import type { Point } from './placement';
import type { Pictures, StagePainter } from './stagePainter';

/** Everything that is known of a source pixel. `pane`: the one that is pointed at, of several pictures of Explore. */
export function readPictures(
  pixel: Point,
  pictures: Pictures,
  pane: number,
  painter: StagePainter,
): PixelReadout {
  const { reduced, exact, explored } = pictures;
  const original = pictures.original?.pixelAt(pixel);
  const shownOfExplore = explored[pane] ?? explored[0];
  if (shownOfExplore) {
    const { picture, levels } = shownOfExplore;
    const { painting } = picture;
    if ('png' in painting) return readShownPixel(pixel, original, levels?.pixelAt(pixel));
    const index = original && painter.exploredIndex(painting, original);
    return readPixel(pixel, original, { palette: { rgba: painting.palette } }, index);
  }
  const shown =
    reduced?.kind === 'exact'
      ? exact?.png === reduced.png
        ? exact.levels.pixelAt(pixel)
        : undefined
      : reduced && original && painter.quickIndex(reduced, original);
  return readPixel(pixel, original, reduced, shown);
}
