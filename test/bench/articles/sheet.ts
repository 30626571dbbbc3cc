/** Pictures with captions on one sheet, for docs. */
import sharp from 'sharp';

export interface Cell {
  /** A PNG file. */
  picture: Buffer;
  /** Lines under it; the first is the heading. */
  caption: readonly string[];
}

const GAP = 16;
const LINE = 20;
const BACKGROUND = '#ffffff';
const INK = '#1f2430';
const MUTED = '#5a6172';
const JPEG = { quality: 84, mozjpeg: true, chromaSubsampling: '4:4:4' };

/**
 * The cells in rows, each scaled to `cellWidth` pixels (small pictures enlarged without smoothing), as a JPEG file.
 *
 * @param isSharp The pictures are drawings: they are written as PNG, with nothing lost.
 */
export async function sheet(
  cells: readonly Cell[],
  { columns, cellWidth, isSharp = false }: { columns: number; cellWidth: number; isSharp?: boolean },
): Promise<Buffer> {
  const scaled = await Promise.all(
    cells.map(async ({ picture, caption }) => {
      const { width = 1, height = 1 } = await sharp(picture).metadata();
      const size = { width: cellWidth, height: Math.round((cellWidth * height) / width) };
      const kernel = width < cellWidth ? ('nearest' as const) : ('lanczos3' as const);
      return {
        ...size,
        caption,
        input: await sharp(picture)
          .resize({ ...size, kernel })
          .png()
          .toBuffer(),
      };
    }),
  );
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    scaled.slice(row * columns, (row + 1) * columns),
  );
  const heights = rows.map(
    (row) =>
      Math.max(...row.map(({ height }) => height)) +
      LINE * Math.max(...row.map(({ caption }) => caption.length)) +
      8,
  );
  const width = GAP + columns * (cellWidth + GAP);
  const height = GAP + heights.reduce((sum, each) => sum + each + GAP, 0);
  const layers: { input: Buffer; left: number; top: number }[] = [];
  let top = GAP;
  rows.forEach((row, place) => {
    const pictureHeight = Math.max(...row.map((cell) => cell.height));
    row.forEach((cell, column) => {
      const left = GAP + column * (cellWidth + GAP);
      layers.push({ input: cell.input, left, top });
      layers.push({ input: captionOf(cell.caption, cellWidth), left, top: top + pictureHeight + 4 });
    });
    top += heights[place]! + GAP;
  });
  const whole = sharp({ create: { width, height, channels: 3, background: BACKGROUND } }).composite(layers);
  return isSharp ? whole.png({ compressionLevel: 9 }).toBuffer() : whole.jpeg(JPEG).toBuffer();
}

function captionOf(lines: readonly string[], width: number): Buffer {
  const texts = lines.map((line, i) => {
    const style = i === 0 ? `font-weight="600" fill="${INK}"` : `fill="${MUTED}"`;
    return `<text x="0" y="${LINE * i + 14}" font-size="13" font-family="sans-serif" ${style}>${escaped(line)}</text>`;
  });
  const height = LINE * lines.length + 4;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${texts.join('')}</svg>`,
  );
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Colors as a strip of equal fields, a PNG file. `hexes`: `#rrggbb`. */
export function strip(
  hexes: readonly string[],
  { width, height }: { width: number; height: number },
): Promise<Buffer> {
  const field = width / hexes.length;
  const rects = hexes.map((hex, i) => {
    const from = Math.round(i * field);
    return `<rect x="${from}" width="${Math.round((i + 1) * field) - from}" height="${height}" fill="${hex}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rects.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Two pictures of one width under each other, a PNG file. */
export async function stacked(above: Buffer, below: Buffer): Promise<Buffer> {
  const [first, second] = await Promise.all([above, below].map((file) => sharp(file).metadata()));
  const width = first?.width ?? 1;
  const height = (first?.height ?? 1) + 4 + (second?.height ?? 1);
  return sharp({ create: { width, height, channels: 3, background: BACKGROUND } })
    .composite([
      { input: above, left: 0, top: 0 },
      { input: below, left: 0, top: height - (second?.height ?? 1) },
    ])
    .png()
    .toBuffer();
}
