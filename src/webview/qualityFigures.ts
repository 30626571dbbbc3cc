import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { QualityFigures as Figures } from '../shared/messages';
import { sharedStyles } from './sharedStyles';
import './hintTip';

/** How close the reduced picture is to the original, in the three figures that people compare. */
@customElement('tessera-quality-figures')
export class QualityFigures extends LitElement {
  @property({ attribute: false }) quality: Figures | undefined;
  /** The figures belong to an earlier picture; the new ones come at rest. */
  @property({ type: Boolean }) isOutdated = false;

  static override readonly styles = [
    sharedStyles,
    css`
      h2 {
        margin-bottom: 4px;
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 8px;
        margin: 0;
        line-height: 20px;
      }
      dt {
        color: var(--vscode-descriptionForeground);
      }
      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      .outdated dd {
        opacity: 0.5;
      }
    `,
  ];

  override render() {
    const { quality } = this;
    return html`<h2>Quality</h2>
      <dl class=${this.isOutdated ? 'outdated' : ''} aria-busy=${this.isOutdated}>
        <dt>
          <tessera-hint
            text="Mean distance between a pixel and its palette color in OKLab, which follows what people see. About 0.02 is just noticeable; less is better."
            >Mean ΔE (OKLab)</tessera-hint
          >
        </dt>
        <dd data-testid="delta-e">${quality ? formatDeltaE(quality.meanDeltaE) : '–'}</dd>
        <dt>
          <tessera-hint
            text="The OKLab distance that 95 % of the pixels do not exceed: how bad the worst parts are."
            >95 % within ΔE</tessera-hint
          >
        </dt>
        <dd data-testid="delta-e-95">${quality ? formatDeltaE(quality.p95DeltaE) : '–'}</dd>
        <dt>
          <tessera-hint
            text="Peak signal-to-noise ratio. Over 40 dB a picture is hard to tell from its original, under 25 dB the difference is plain; more is better."
            >PSNR</tessera-hint
          >
        </dt>
        <dd data-testid="psnr">${quality ? formatPsnr(quality.psnr) : '–'}</dd>
        <dt>
          <tessera-hint
            text="Mean squared error of the red, green and blue values, each 0 to 255. Zero is identical; less is better."
            >MSE</tessera-hint
          >
        </dt>
        <dd data-testid="mse">${quality ? formatMse(quality.mse) : '–'}</dd>
      </dl>`;
  }
}

function formatDeltaE(deltaE: number): string {
  return deltaE === 0 ? '0' : deltaE.toFixed(4);
}

function formatPsnr(psnr: number | null): string {
  return psnr === null ? '∞ dB' : `${psnr.toFixed(1)} dB`;
}

function formatMse(mse: number): string {
  return mse === 0 ? '0' : mse < 10 ? mse.toFixed(2) : mse.toFixed(1);
}
