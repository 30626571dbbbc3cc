import type { PageState } from './state';
import { colorCountOf, phaseOf } from './state';
import { formatBytes } from '../shared/formatBytes';
import { compareSizes } from './sizeComparison';

/** What a screen reader says once the picture rests or is saved; empty while things move. */
export function announcement(state: PageState): string {
  if (phaseOf(state) !== 'rest' || !state.reduced || !state.source) {
    return '';
  }
  if (state.savedName !== undefined) {
    return `Saved as ${state.savedName}.`;
  }
  const { reduced, source } = state;
  const colors = colorCountOf(reduced.palette);
  const size = `${formatBytes(reduced.byteLength)}, ${compareSizes(source.byteLength, reduced.byteLength).ratio}`;
  const identical = reduced.isLossless ? ' The picture is identical to the original.' : '';
  return `${colors} ${colors === 1 ? 'color' : 'colors'}, ${size}.${identical}`;
}
