/** A palette color in text: what a person reads, types and hears. */
import * as l10n from '@vscode/l10n';

function byteHex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

/** `#rrggbb`, or `#rrggbbaa` where it is not opaque. `rgba`: 4 bytes a color; `index` counts colors. */
export function colorHex(rgba: ArrayLike<number>, index: number): string {
  const at = 4 * index;
  const alpha = rgba[at + 3]!;
  return `#${byteHex(rgba[at]!)}${byteHex(rgba[at + 1]!)}${byteHex(rgba[at + 2]!)}${alpha === 255 ? '' : byteHex(alpha)}`;
}

/**
 * What a person may type for a color, as `#rrggbb` or `#rrggbbaa`: with or without `#`, short (`#abc`) or long, in any
 * letter case. `undefined` for anything else. All fully transparent colors are the same one.
 */
export function parseHex(text: string): string | undefined {
  const digits = /^\s*#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\s*$/i.exec(text)?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  const long = digits.length <= 4 ? digits.replace(/./g, '$&$&') : digits;
  if (long.length === 8 && long.endsWith('00')) return '#00000000';
  return `#${long.length === 8 && long.endsWith('ff') ? long.slice(0, 6) : long}`;
}

/** `12.4 %`, `<0.1 %` where rounding would say nothing. */
export function formatShare(share: number): string {
  return isTiny(share) ? '<0.1 %' : `${percentFigure(share)} %`;
}

/** The same for the ear, with the figure that is seen: who speaks to the computer says what they see. */
export function spokenShare(share: number): string {
  if (isTiny(share)) return l10n.t('less than {0} percent', 0.1);
  return l10n.t('{0} percent', percentFigure(share));
}

/** Would be rounded to nothing. */
function isTiny(share: number): boolean {
  return share > 0 && share < 0.0005;
}

function percentFigure(share: number): string {
  return share >= 0.9995 ? '100' : (share * 100).toFixed(1);
}
