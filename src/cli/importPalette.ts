/** The colors of a palette file as those that a reduction must have. */
import { basename } from 'node:path';
import { K_MIN, type ReduceOptions } from '../engine/options';
import { hexOf, type NamedPalette } from '../paletteFiles/palette';
import { readPalette } from '../paletteFiles/readPalette';
import { UserError } from '../shared/userError';
import type { PaletteRequest } from './arguments';
import { readInput } from './files';

/** Larger files are not even read: they hold no palette. */
const MAX_BYTES = 128 << 20;

export interface Imported {
  options: ReduceOptions;
  /** `undefined` when no palette was asked for. */
  palette: NamedPalette | undefined;
}

/**
 * The options with the file's colors locked, and k their number or, where others are to be added, what was asked for.
 * Rejects with a `UserError`.
 */
export async function withPalette(
  options: ReduceOptions,
  request: PaletteRequest | undefined,
): Promise<Imported> {
  if (!request) return { options, palette: undefined };
  const { path } = request;
  const { palette } = readPalette(await readInput(path, MAX_BYTES), basename(path));
  const colors = palette.colors.map(({ rgba }) => (rgba[3] === 0 ? '#00000000' : hexOf(rgba)));
  const locked = [...new Set([...options.locked, ...colors])];
  const k = request.k ?? locked.length;
  if (k < K_MIN) {
    throw new UserError(
      `“${path}” holds a single color; a picture needs ${K_MIN}. Add others with --prefer.`,
    );
  }
  if (locked.length > k) {
    throw new UserError(
      `“${path}” holds more colors (${locked.length}) than -k asks for (${k}); use a larger -k.`,
    );
  }
  return { options: { ...options, k, locked }, palette };
}
