import { GIF_LONGEST_SIDE } from '../../../shared/explore/exports';
import type { Size } from '../../picture/placement';

const USUAL_SIDES = [256, 480, 800, GIF_LONGEST_SIDE];

/** The longer sides of an animation to choose from, ascending: the usual ones, and a small picture's own. */
export function gifSides(picture: Size): number[] {
  const own = Math.max(picture.width, picture.height);
  const smaller = USUAL_SIDES.filter((side) => side < own);
  return own <= GIF_LONGEST_SIDE ? [...smaller, own] : smaller;
}
