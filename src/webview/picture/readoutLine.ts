import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber, formatPercent } from '../../shared/localization';
import { cssVariables } from '../cssVariables';
import { emit } from '../pageEvents';
import { sharedStyles } from '../sharedStyles';
import type { PixelReadout, ReadColor } from './pixelReadout';

/** Position, original color, palette entry and difference of the pixel that is pointed at, in a line. */
@customElement('tessera-readout')
export class ReadoutLine extends LitElement {
  @property({ attribute: false }) readout: PixelReadout | undefined;
  @property({ type: Boolean }) isPicking = false;
  /** The palette's color that was clicked to see its pixels alone, as it is written. */
  @property() keptColor: string | undefined;
  /** The pixel is chosen with the keyboard: said aloud. */
  @property({ type: Boolean }) isSpoken = false;

  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        min-width: 0;
        overflow: hidden;
        font-size: 12px;
        line-height: 24px;
      }
      .line,
      .color {
        display: flex;
        align-items: center;
        gap: 4px 10px;
        white-space: nowrap;
      }
      .line {
        flex-wrap: wrap;
        max-height: 24px;
        overflow: hidden;
      }
      .color {
        gap: 4px;
      }
      .hex {
        font-family: var(--vscode-editor-font-family, monospace);
      }
      .swatch {
        flex: none;
        width: 14px;
        height: 14px;
        border: 1px solid color-mix(in srgb, var(--vscode-foreground) 30%, transparent);
        border-radius: 3px;
        background:
          linear-gradient(var(--color), var(--color)),
          repeating-conic-gradient(#c4c4c4 0 25%, #f0f0f0 0 50%) 0 0 / 8px 8px;
      }
      .place {
        min-width: 76px;
      }
      .hint {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button {
        height: 20px;
        padding: 0 6px;
        border: 1px solid var(--vscode-button-border, transparent);
        border-radius: 3px;
        background: var(--vscode-button-secondaryBackground);
        color: var(--vscode-button-secondaryForeground);
        font: inherit;
        font-size: 11px;
        line-height: 18px;
        cursor: pointer;
      }
      button:hover {
        background: var(--vscode-button-secondaryHoverBackground);
      }
    `,
  ];

  override render() {
    const { readout, isPicking } = this;
    if (!readout) return html`<p class="hint muted">${this.hint()}</p>`;
    const { at, original, reduced, difference } = readout;
    return html`<div class="line number" aria-live=${this.isSpoken ? 'polite' : 'off'}>
      <span class="place muted">${at.x}, ${at.y}</span>
      ${original ? this.color(l10n.t('Original'), original) : nothing}
      ${
        reduced
          ? html`<span class="muted" aria-hidden="true">→</span>${this.color(
                reduced.index === undefined ? l10n.t('Shown') : l10n.t('Palette entry {0}', reduced.index),
                reduced,
                reduced.index,
              )}`
          : nothing
      }
      ${
        difference === undefined
          ? nothing
          : html`<span title=${l10n.t('OKLab difference × 100; 2 is about just noticeable')}
              ><span class="muted">ΔE</span> ${formatNumber(difference, 1)}</span
            >`
      }
      ${
        original && !isPicking
          ? html`<button
              title=${l10n.t('Keep {0} in the palette (L)', original.hex)}
              @click=${() => emit(this, 'tessera-lock', original.hex)}
            >
              ${l10n.t('Lock')}
            </button>`
          : nothing
      }
    </div>`;
  }

  private hint(): string {
    if (this.isPicking) return l10n.t('Click a color in the picture to take it. Escape ends.');
    return this.keptColor === undefined
      ? l10n.t('Point at the picture to read its colors.')
      : l10n.t('Only {0} is bright. Click it again to see all.', this.keptColor);
  }

  private color(title: string, { hex, alpha }: ReadColor, index?: number) {
    return html`<span class="color" title=${title}
      ><span class="swatch" ${cssVariables({ '--color': hex })}></span>${
        index === undefined ? nothing : html`<span class="muted">${index}</span>`
      }<span class="hex">${hex}</span>${
        alpha < 1 ? html`<span class="muted">${formatPercent(100 * alpha)}</span>` : nothing
      }</span
    >`;
  }
}
