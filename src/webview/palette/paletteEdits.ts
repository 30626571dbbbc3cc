/**
 * What a person can do to a palette, as options: entries and options in, changed options out, or `undefined` where it
 * makes no sense. Everything is a matter of locked and recolored colors, so undoing and keeping a session need to
 * know nothing else.
 */
import { colorOfHex } from '../../engine/hexColor';
import { K_MAX, K_MIN, type Recoloring, type ReduceOptions, type Space } from '../../engine/options';
import { DIMENSIONS, workingSpace } from '../../engine/workingSpace';
import { colorHex } from '../colorText';
import { normalHex, type PaletteEntry } from './paletteEntries';

export type PaletteEdit = Pick<ReduceOptions, 'k' | 'locked' | 'recolored'>;

export function lockColors(options: PaletteEdit, entries: readonly PaletteEntry[]): PaletteEdit | undefined {
  return withLocks(options, entries.flatMap(sourcesOf));
}

/** An unlocked color is free to move, so what it was recolored to goes too. */
export function unlockColors(options: PaletteEdit, entries: readonly PaletteEntry[]): PaletteEdit {
  const freed = new Set(entries.flatMap(sourcesOf));
  return {
    k: options.k,
    locked: options.locked.filter((hex) => !freed.has(normalHex(hex))),
    recolored: options.recolored.filter(({ from }) => !freed.has(normalHex(from))),
  };
}

export function unlockAll({ k }: PaletteEdit): PaletteEdit {
  return { k, locked: [], recolored: [] };
}

/** Locks a color that need not be in the palette yet; k grows where there is no room for it. */
export function addColor(options: PaletteEdit, hex: string): PaletteEdit | undefined {
  return withLocks(options, [hex]);
}

/** Has the color written as `to`; its own color again takes the recoloring back. */
export function recolor(options: PaletteEdit, entry: PaletteEntry, to: string): PaletteEdit | undefined {
  const locked = withLocks(options, entry.sources);
  if (!locked) return undefined;
  const others = options.recolored.filter(({ from }) => !entry.sources.includes(normalHex(from)));
  const own = entry.sources.filter((from) => from !== to).map((from): Recoloring => ({ from, to }));
  return { ...locked, recolored: [...others, ...own] };
}

/** Takes a recoloring back; the color stays locked. */
export function restoreColor(options: PaletteEdit, { sources }: PaletteEntry): PaletteEdit {
  return {
    ...options,
    recolored: options.recolored.filter(({ from }) => !sources.includes(normalHex(from))),
  };
}

/** The palette without these colors; their pixels take the nearest of the others, which stay exactly as they are. */
export function removeColors(
  options: PaletteEdit,
  entries: readonly PaletteEntry[],
  chosen: readonly PaletteEntry[],
): PaletteEdit | undefined {
  return chosen.length === 0 ? undefined : frozenWithout(options, entries, chosen);
}

/** One color, their mean by pixels, for several; the others stay exactly as they are. */
export function mergeColors(
  options: PaletteEdit & { space: Space },
  entries: readonly PaletteEntry[],
  chosen: readonly PaletteEntry[],
): PaletteEdit | undefined {
  return chosen.length < 2
    ? undefined
    : frozenWithout(options, entries, chosen, meanColor(chosen, options.space));
}

/** The colors that can't change: so many there are at least. */
export function lockedCount({ locked }: Pick<ReduceOptions, 'locked'>): number {
  return new Set(locked.map(normalHex)).size;
}

/** The options with a k that has room for what is locked. */
export function withRoomForLocks<Options extends PaletteEdit>(options: Options): Options {
  return { ...options, k: Math.max(options.k, lockedCount(options)) };
}

function withLocks(options: PaletteEdit, added: readonly string[]): PaletteEdit | undefined {
  const locked = [...new Set([...options.locked, ...added].map(normalHex))];
  if (locked.length > K_MAX) return undefined;
  return { k: Math.max(options.k, locked.length), locked, recolored: options.recolored };
}

function frozenWithout(
  options: PaletteEdit,
  entries: readonly PaletteEntry[],
  chosen: readonly PaletteEntry[],
  instead?: string,
): PaletteEdit | undefined {
  const gone = new Set(chosen.map(({ id }) => id));
  const kept = entries.filter(({ id }) => !gone.has(id)).flatMap(sourcesOf);
  const locked = [...new Set([...kept, ...(instead === undefined ? [] : [instead])])];
  if (locked.length < K_MIN || locked.length > K_MAX) return undefined;
  const recolored = options.recolored.filter(({ from }) => kept.includes(normalHex(from)));
  return { k: locked.length, locked, recolored };
}

/** In the space in which the palette was found, as its own colors are means of their pixels there. */
function meanColor(entries: readonly PaletteEntry[], space: Space): string {
  const working = workingSpace(space);
  const isUnused = entries.every(({ share }) => share === 0);
  const mean = new Float64Array(DIMENSIONS);
  const point = new Float64Array(DIMENSIONS);
  let total = 0;
  for (const { hex, share } of entries) {
    const weight = isUnused ? 1 : share;
    const [r, g, b, a] = colorOfHex(hex);
    working.toPoint(r, g, b, a, point, 0);
    for (let d = 0; d < DIMENSIONS; d++) mean[d]! += weight * point[d]!;
    total += weight;
  }
  const rgba = new Uint8Array(4);
  working.toRgba(
    mean.map((sum) => sum / total),
    0,
    rgba,
    0,
  );
  return normalHex(colorHex(rgba, 0));
}

function sourcesOf({ sources }: PaletteEntry): readonly string[] {
  return sources;
}
