import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ComparedMessage } from '../../shared/messages';
import type { Reduced } from '../state';
import { differenceLegend, takeButton } from './captions';
import type { ExploredPicture } from './exploredPicture';
import type { Layer, PaneContent } from './paneLayout';

/** What is on the stage, as far as captions tell of it. */
export interface Captioned {
  /** Both pictures are seen, left and right of the divider. */
  isDivided: boolean;
  /** The picture below is shown as long as something is held. */
  isHeld: boolean;
  /** In words; `undefined` as long as the reduced picture can't be painted. */
  reducedColors: string | undefined;
  /** The browser cannot decode the original. */
  isOriginalMissing: boolean;
  k: number;
  reduced: Reduced | undefined;
  compared: ReadonlyMap<number, ComparedMessage>;
  explored: readonly ExploredPicture[];
  /** Takes a number of colors of the four-up view. */
  take(k: number): void;
}

/** What stands under a pane. */
export function paneCaption({ under, over }: PaneContent, stage: Captioned): unknown {
  if (stage.isDivided && !stage.isHeld) return [layerCaption(under, stage), layerCaption(over, stage)];
  return layerCaption(over && !stage.isHeld ? over : (under ?? over), stage);
}

function layerCaption(layer: Layer | undefined, stage: Captioned): unknown {
  if (layer === 'original') return html`<span>${l10n.t('Original')}</span>`;
  if (layer === 'difference') return [html`<span>${l10n.t('Difference')}</span>`, differenceLegend()];
  if (typeof layer !== 'object') return reducedCaption(stage);
  if ('explored' in layer) return html`<span>${stage.explored[layer.explored]?.caption}</span>`;
  return candidateCaption(layer.candidate, stage);
}

function reducedCaption({ reducedColors, isOriginalMissing }: Captioned): TemplateResult {
  return html`<span
    >${reducedColors === undefined ? nothing : l10n.t('Reduced · {0}', reducedColors)}
    ${isOriginalMissing ? l10n.t('(this view cannot show the original)') : nothing}</span
  >`;
}

/** `candidate`: a number of colors of the four-up view. */
function candidateCaption(candidate: number, { k, reduced, compared, take }: Captioned): TemplateResult {
  const isExact = candidate === k && reduced?.kind === 'exact' && reduced.options.k === candidate;
  const exactBytes = isExact ? reduced.byteLength : undefined;
  return takeButton(candidate, compared.get(candidate), candidate === k, exactBytes, () => take(candidate));
}
