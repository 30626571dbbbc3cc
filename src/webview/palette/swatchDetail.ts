/** What there is to say of the color that is pointed at or chosen. */
import * as l10n from '@vscode/l10n';
import { css, html, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/localization';
import { formatShare } from '../colorText';
import { cssVariables } from '../cssVariables';
import { colorName } from './colorNames';
import type { PaletteEntry } from './paletteEntries';
import { textContrast, type TextContrast } from './textContrast';

/** Two lines, always: the page must not jump while the mouse moves over colors. */
export function swatchDetail(entry: PaletteEntry): TemplateResult {
  const { hex, share, isLocked, isRecolored, sources } = entry;
  const contrast = textContrast(hex);
  const before = l10n.t('was {0}', sources.filter((source) => source !== hex).join(', '));
  const facts = [
    formatShare(share),
    ...(isLocked && !isRecolored ? [l10n.t('locked')] : []),
    contrastText(contrast),
  ];
  return html`<div class="detail">
    <span
      class="swatch sample"
      ${cssVariables({ '--color': hex, '--mark': contrast.text })}
      aria-hidden="true"
      >Aa</span
    >
    <div class="facts">
      <p>
        <span class="hex">${hex}</span> <span class="muted">${isRecolored ? before : colorName(hex)}</span>
      </p>
      <p class="muted number" title=${contrastHint(contrast)}>${facts.join(' · ')}</p>
    </div>
  </div>`;
}

/** Of several chosen colors. */
export function choiceDetail(chosen: readonly PaletteEntry[]): TemplateResult {
  const share = chosen.reduce((sum, entry) => sum + entry.share, 0);
  return html`<div class="detail">
    <div class="facts">
      <p>${l10n.t('{0} colors chosen', chosen.length)}</p>
      <p class="muted number">${l10n.t('{0} of the pixels', formatShare(share))}</p>
    </div>
  </div>`;
}

export function hintDetail(): TemplateResult {
  return html`<div class="detail">
    <p class="muted">
      ${l10n.t('Click a color to see where it is and to edit it; double-click to copy it.')}
    </p>
  </div>`;
}

function contrastText({ text, ratio, grade }: TextContrast): string {
  const figure = formatNumber(ratio, 1);
  const level = grade === 'AA' || grade === 'AAA' ? ` ${grade}` : '';
  return text === 'white'
    ? l10n.t('white text {0}:1{1}', figure, level)
    : l10n.t('black text {0}:1{1}', figure, level);
}

function contrastHint({ text }: TextContrast): string {
  return text === 'white'
    ? l10n.t(
        'White text is read better on this color than black. WCAG asks for a contrast of 4.5:1 (AA) or 7:1 (AAA).',
      )
    : l10n.t(
        'Black text is read better on this color than white. WCAG asks for a contrast of 4.5:1 (AA) or 7:1 (AAA).',
      );
}

export const swatchDetailStyles = css`
  .detail {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    margin-top: 8px;
    font-size: 12px;
    line-height: 18px;
  }
  .facts {
    min-width: 0;
  }
  .facts p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .facts .number {
    font-size: 11px;
    line-height: 16px;
  }
  .sample {
    display: grid;
    flex: none;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 4px;
    color: var(--mark);
    font-size: 13px;
  }
`;
