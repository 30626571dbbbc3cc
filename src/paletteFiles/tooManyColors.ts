import { UserError } from '../shared/userError';
import type { NamedPalette } from './palette';

/** @throws UserError when the palette has more than `most` colors. */
export function refuseTooManyColors({ colors }: NamedPalette, most: number, label: string): void {
  if (colors.length > most) {
    throw new UserError(
      `${label} holds at most ${most} colors, and this palette has ${colors.length}. Choose fewer colors or another format.`,
    );
  }
}
