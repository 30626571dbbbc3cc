/** How a PNG's pixels are spread over the passes that it stores one after another. */

export interface PngPass {
  /** Where the pass's first pixel stands in the picture, and how far its next ones are. */
  x: number;
  y: number;
  stepX: number;
  stepY: number;
  columns: number;
  rows: number;
}

/** Steps and offsets of the seven passes of Adam7, the one way a PNG can be interlaced. */
const ADAM7 = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
];
const ONE_PASS = [{ x: 0, y: 0, stepX: 1, stepY: 1 }];

/** The passes that have any pixels, in their order. */
export function pngPasses(width: number, height: number, isInterlaced: boolean): PngPass[] {
  return (isInterlaced ? ADAM7 : ONE_PASS)
    .map((pass) => ({
      ...pass,
      columns: Math.ceil((width - pass.x) / pass.stepX),
      rows: Math.ceil((height - pass.y) / pass.stepY),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
}
