import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cssVariables } from './cssVariables';
import { formatBytes, formatExactBytes } from '../shared/formatBytes';
import { colorsText } from './picture/captions';
import { sharedStyles } from './sharedStyles';
import { bitsPerPixel, compareSizes, formatTimes, theoreticalRatio } from './sizeComparison';
import './hintTip';

/** What the reduction is worth in bytes, as measured, and beside it as theory has it. */
@customElement('tessera-size-figures')
export class SizeFigures extends LitElement {
  /** Sizes of the files in bytes; `reducedBytes` is `undefined` while nothing is known of it. */
  @property({ type: Number }) originalBytes = 0;
  @property({ type: Number }) reducedBytes: number | undefined;
  @property({ type: Boolean }) isEstimate = false;
  /** A smaller file with the same pixels is looked for. */
  @property({ type: Boolean }) isOptimizing = false;
  /** Colors of the palette, for the theory. */
  @property({ type: Number }) colors = 2;

  static override readonly styles = [
    sharedStyles,
    css`
      h2 {
        margin-bottom: 4px;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 8px;
        font-variant-numeric: tabular-nums;
        line-height: 20px;
      }
      .heading .muted {
        font-size: 11px;
      }
      .size {
        font-size: 20px;
        font-weight: 600;
        line-height: 28px;
      }
      .ratio {
        font-size: 14px;
        font-weight: 600;
      }
      .bar {
        height: 4px;
        margin: 4px 0;
        overflow: hidden;
        border-radius: 2px;
        background: color-mix(in srgb, var(--vscode-foreground) 20%, transparent);
        outline: 1px solid var(--vscode-contrastBorder, transparent);
      }
      .bar div {
        width: max(4px, calc(var(--fraction) * 100%));
        height: 100%;
        background: var(--tessera-accent);
      }
      .larger .bar div {
        background: var(--vscode-editorWarning-foreground);
      }
    `,
  ];

  override render() {
    const { originalBytes, reducedBytes, colors } = this;
    if (reducedBytes === undefined) {
      return html`<h2>${l10n.t('Size')}</h2>
        <div class="line"><span class="size muted">–</span></div>
        <div class="bar"></div>
        <div class="line muted">
          <span title=${formatExactBytes(originalBytes)}
            >${l10n.t('Original {0}', formatBytes(originalBytes))}</span
          >
        </div>`;
    }
    const comparison = compareSizes(originalBytes, reducedBytes);
    const bits = bitsPerPixel(colors);
    return html`<div class="line heading">
        <h2>${l10n.t('Size')}</h2>
        ${this.isOptimizing ? html`<span class="muted" data-testid="optimizing">${l10n.t('Looking for a smaller file…')}</span>` : nothing}
      </div>
      <div class=${comparison.isSmaller ? 'smaller' : 'larger'}>
        <div class="line">
          <span
            class="size"
            data-testid="reduced-size"
            title=${this.isEstimate ? l10n.t('Estimated while the slider moves') : formatExactBytes(reducedBytes)}
            >${this.isEstimate ? '≈ ' : ''}${formatBytes(reducedBytes)}</span
          >
          <span class="ratio" data-testid="ratio">${comparison.ratio}</span>
        </div>
        <div class="bar"><div ${cssVariables({ '--fraction': String(comparison.fraction) })}></div></div>
        <div class="line muted">
          <span data-testid="original-size" title=${formatExactBytes(originalBytes)}
            >${l10n.t('Original {0}', formatBytes(originalBytes))}</span
          >
          <span data-testid="saved">${comparison.saved}</span>
        </div>
        <div class="line muted">
          <tessera-hint .text=${theoryHint(colors, bits)}>${l10n.t('In theory')}</tessera-hint>
          <span data-testid="theory">${theoryText(colors, bits)}</span>
        </div>
      </div>`;
  }
}

function theoryText(colors: number, bits: number): string {
  const times = formatTimes(theoreticalRatio(colors));
  return bits === 1 ? l10n.t('24 ÷ 1 bit = {0}', times) : l10n.t('24 ÷ {0} bits = {1}', bits, times);
}

function theoryHint(colors: number, bits: number): string {
  return bits === 1
    ? l10n.t(
        'Raw pixels take 24 bits each. An index into {0} takes 1 bit (⌈log₂ {1}⌉), so 24 is what the palette alone would save. Both files are compressed as well, so the real ratio differs.',
        colorsText(colors),
        colors,
      )
    : l10n.t(
        'Raw pixels take 24 bits each. An index into {0} takes {1} bits (⌈log₂ {2}⌉), so 24 ÷ {1} is what the palette alone would save. Both files are compressed as well, so the real ratio differs.',
        colorsText(colors),
        bits,
        colors,
      );
}
