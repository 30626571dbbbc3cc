/** What stands under the pictures, and what they are called. */
import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { ComparedMessage } from '../../shared/messages';
import { formatBytes } from '../../shared/formatBytes';
import { formatNumber } from '../../shared/localization';
import { cssVariables } from '../cssVariables';
import { HEAT_MAX, heatColor } from './heatColors';
import type { ExploredPicture } from './exploredPicture';
import type { Layer } from './paneLayout';

/** `16 colors`. */
export function colorsText(count: number): string {
  return count === 1 ? l10n.t('1 color') : l10n.t('{0} colors', formatNumber(count));
}

/** `reducedColors`: how many colors the reduced picture has, in words. `explored`: the pictures of the Explore panel. */
export function layerName(layer: Layer, reducedColors: string, explored: readonly ExploredPicture[]): string {
  if (layer === 'original') return l10n.t('Original picture');
  if (layer === 'reduced') return l10n.t('Reduced picture, {0}', reducedColors);
  if (layer === 'difference') return l10n.t('Difference between original and reduced picture');
  if ('explored' in layer) return explored[layer.explored]?.caption ?? '';
  return l10n.t('Picture with {0}', colorsText(layer.candidate));
}

const RAMP_STOPS = 9;

/** The heat map's colors with what they mean. */
export function differenceLegend(): TemplateResult {
  const ramp = Array.from(
    { length: RAMP_STOPS },
    (_, stop) => `rgb(${heatColor(stop / (RAMP_STOPS - 1)).join(' ')})`,
  );
  return html`<div
    class="legend"
    role="img"
    aria-label=${l10n.t('Black: no difference. Yellow: {0} or more. OKLab distance × 100.', HEAT_MAX)}
    title=${l10n.t('ΔE: OKLab distance × 100. 2 is about just noticeable.')}
  >
    <span>0</span><span class="ramp" ${cssVariables({ '--ramp': ramp.join(', ') })}></span
    ><span>${HEAT_MAX}+ ΔE</span>
  </div>`;
}

/**
 * The button under a picture of the four-up view. `compared`: what came of it, if anything yet. `exactBytes`: the size
 * of its file where that is known, so that the page does not tell two sizes of one picture.
 */
export function takeButton(
  k: number,
  compared: ComparedMessage | undefined,
  isTaken: boolean,
  exactBytes: number | undefined,
  take: () => void,
): TemplateResult {
  const colors = compared ? compared.palette.rgba.length / 4 : k;
  const size =
    exactBytes !== undefined
      ? formatBytes(exactBytes)
      : compared
        ? `≈ ${formatBytes(compared.estimatedByteLength)}`
        : '…';
  return html`<button
    class="take"
    aria-pressed=${isTaken}
    title=${l10n.t('Take {0}', colorsText(k))}
    @click=${take}
  >
    <b>${colorsText(colors)}</b> · ${size}
  </button>`;
}
