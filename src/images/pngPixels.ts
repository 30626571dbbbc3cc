/**
 * Pixels of a PNG, row by row as they are unpacked (W3C, *PNG Specification, Third Edition*, 2025, clauses 7–10).
 *
 * Ours, and not pngjs (jimp's): that unpacks on Node 20 without noticing any error of zlib, and holds the picture four
 * times over: 100 megapixels of 16-bit RGBA took it 3.5 GB and 49 s, of 1-bit gray 28 s. Here memory is the RGBA
 * picture and a few rows, and zlib works in another thread at the same time.
 */
import type { Pixels } from '../engine/pixels';
import { convertToSrgb, deepConverter } from './convertToSrgb';
import { unpackZlib } from './inflate.node';
import { channelsOf, rowWriter, type RowWriter } from './pngColors';
import { undoFilter } from './pngFilters';
import { pngPasses, type PngPass } from './pngPasses';
import { chunksOf } from './pngChunks';
import type { RgbSpace } from './rgbSpace';

/** Some encoders add a few bytes that no decoder minds. */
const SLACK = 65536;

/**
 * @param png A whole PNG, its structure checked by `wholePng`.
 * @param space What the samples are converted from; none of sRGB.
 * @throws Error (rejects) saying what is wrong with the data. A picture that is not whole is never returned.
 */
export async function decodePng(png: Uint8Array, space?: RgbSpace): Promise<Pixels> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, colorType] = [view.getUint8(24), view.getUint8(25)];
  const isDeep = depth === 16;
  let palette: Uint8Array | undefined;
  let transparency: Uint8Array | undefined;
  const parts: Uint8Array[] = [];
  for (const { type, data } of chunksOf(png)) {
    if (type === 'PLTE') palette = data;
    if (type === 'tRNS') transparency = data;
    if (type === 'IDAT') parts.push(data);
  }
  const rgba = new Uint8Array(4 * width * height);
  const rows = new RowReader(
    pngPasses(width, height, view.getUint8(28) === 1),
    channelsOf(colorType) * depth,
    rowWriter({
      colorType,
      depth,
      palette,
      transparency,
      convert: isDeep && space ? deepConverter(space) : undefined,
    }),
    { width, height, rgba },
  );
  await unpackZlib(parts, (piece) => rows.read(piece));
  rows.end();
  if (space && !isDeep) convertToSrgb({ width, height, rgba }, space);
  return { width, height, rgba };
}

/** Puts pieces of unpacked data together to rows, wherever they are cut. */
class RowReader {
  private pass = 0;
  /** The row within the pass. */
  private y = 0;
  /** The row that comes in and the one above it, both with a filter byte in front. */
  private row = new Uint8Array(0);
  private above = new Uint8Array(0);
  /** Bytes of the row that are there. */
  private filled = 0;
  private slack = 0;

  constructor(
    private readonly passes: readonly PngPass[],
    private readonly bitsPerPixel: number,
    private readonly write: RowWriter,
    private readonly picture: Pixels,
  ) {
    this.startPass();
  }

  read(piece: Uint8Array): void {
    for (let at = 0; at < piece.length;) {
      if (this.pass === this.passes.length) {
        this.slack += piece.length - at;
        if (this.slack > SLACK)
          throw new Error(`the picture data unpacks to more than ${SLACK} bytes too many`);
        return;
      }
      const taken = Math.min(this.row.length - this.filled, piece.length - at);
      this.row.set(piece.subarray(at, at + taken), this.filled);
      this.filled += taken;
      at += taken;
      if (this.filled === this.row.length) this.endRow();
    }
  }

  /** @throws Error when rows are missing. */
  end(): void {
    if (this.pass === this.passes.length) return;
    throw new Error(`unexpected end of picture data in row ${this.y} of pass ${this.pass + 1}`);
  }

  private startPass(): void {
    const pass = this.passes[this.pass];
    if (pass === undefined) return;
    this.row = new Uint8Array(1 + Math.ceil((pass.columns * this.bitsPerPixel) / 8));
    this.above = new Uint8Array(this.row.length);
    this.y = 0;
    this.filled = 0;
  }

  private endRow(): void {
    const { x, y, stepX, stepY, columns, rows } = this.passes[this.pass]!;
    const { row, above, picture } = this;
    const bytes = row.subarray(1);
    if (!undoFilter(row[0]!, bytes, above.subarray(1), Math.max(1, this.bitsPerPixel >> 3))) {
      throw new Error(`row ${this.y} has an unknown filter ${row[0]}`);
    }
    const start = 4 * ((y + this.y * stepY) * picture.width + x);
    this.write(bytes, columns, picture.rgba, start, 4 * stepX);
    this.row = above;
    this.above = row;
    this.filled = 0;
    if (++this.y < rows) return;
    this.pass++;
    this.startPass();
  }
}
