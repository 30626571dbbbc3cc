/** Which colors of the palette are chosen, as in every list of VS Code: one, one more, or up to there. */

/** `only`: a click; `toggle`: with Ctrl; `range`: with Shift, from the last click on. */
export type Choosing = 'only' | 'toggle' | 'range';

export interface SwatchSelection {
  /** Ids of chosen colors. */
  chosen: ReadonlySet<string>;
  /** Where a range starts. */
  anchor: string | undefined;
}

export const NOTHING_CHOSEN: SwatchSelection = { chosen: new Set(), anchor: undefined };

/** `ids`: all colors in the order shown. A click on the only one chosen lets it go. */
export function choose(
  { chosen, anchor }: SwatchSelection,
  ids: readonly string[],
  id: string,
  how: Choosing,
): SwatchSelection {
  switch (how) {
    case 'only':
      return chosen.size === 1 && chosen.has(id) ? NOTHING_CHOSEN : { chosen: new Set([id]), anchor: id };
    case 'toggle': {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return { chosen: next, anchor: id };
    }
    case 'range': {
      const from = anchor === undefined ? -1 : ids.indexOf(anchor);
      const to = ids.indexOf(id);
      if (from < 0) return { chosen: new Set([id]), anchor: id };
      return { chosen: new Set(ids.slice(Math.min(from, to), Math.max(from, to) + 1)), anchor };
    }
  }
}

/** The same choice in a new palette. `follow` gives a color's new id, or nothing when it is gone. */
export function followSelection(
  { chosen, anchor }: SwatchSelection,
  follow: (id: string) => string | undefined,
): SwatchSelection {
  const followed = [...chosen].map(follow).filter((id) => id !== undefined);
  return { chosen: new Set(followed), anchor: anchor === undefined ? undefined : follow(anchor) };
}
