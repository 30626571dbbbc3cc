import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { QualityDetails, QualityFigures as Figures } from '../shared/messages';
import { formatDeltaE, formatMse, formatPsnr, formatSsim, refinement, verdict } from './qualityText';
import { sharedStyles } from './sharedStyles';
import './hintTip';

/** How close the reduced picture is to the original: in a word, and in the figures that people compare. */
@customElement('tessera-quality-figures')
export class QualityFigures extends LitElement {
  @property({ attribute: false }) quality: Figures | undefined;
  /** Figures that come a little later, or `null` when they can't be had. */
  @property({ attribute: false }) details: QualityDetails | null | undefined;
  /** By which share of it refining lowered the error, 0–1. */
  @property({ type: Number }) improvement = 0;
  /** The picture is being finished. */
  @property({ type: Boolean }) isRefining = false;
  /** The figures belong to an earlier picture; the new ones come at rest. */
  @property({ type: Boolean }) isOutdated = false;

  static override readonly styles = [
    sharedStyles,
    css`
      header {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 8px;
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
        color: var(--vscode-descriptionForeground);
        font-style: italic;
      }
      .refinement {
        margin-top: 4px;
        font-size: 12px;
        line-height: 16px;
      }
    `,
  ];

  override render() {
    const { quality, details, isOutdated } = this;
    const later = (format: (details: QualityDetails) => string) =>
      details ? format(details) : quality && details === undefined ? '…' : '–';
    const isLossless = quality?.mse === 0;
    return html`<header>
        <h2>${l10n.t('Quality')}</h2>
        <span class="muted" data-testid="verdict"
          >${this.isRefining ? l10n.t('Refining…') : isOutdated || !quality ? nothing : verdict(quality, details)}</span
        >
      </header>
      <dl class=${isOutdated ? 'outdated' : ''} aria-busy=${isOutdated}>
        ${figure(
          'psnr',
          l10n.t('PSNR'),
          l10n.t(
            'How small the error is against the full range of brightness (peak signal-to-noise ratio). Over 40 dB a picture is hard to tell from its original, under 25 dB the difference is plain; more is better.',
          ),
          quality ? formatPsnr(quality.psnr) : '–',
        )}
        ${figure(
          'ssim',
          l10n.t('SSIM'),
          l10n.t(
            'How much of the picture’s structure is kept: edges, textures, gradients. 1 is the same picture; over 0.95 little is lost.',
          ),
          later(({ ssim }) => formatSsim(ssim)),
        )}
        ${figure(
          'delta-e',
          l10n.t('Mean ΔE'),
          l10n.t(
            'How far a pixel’s color is from its original, on average, as people see it (CIEDE2000). About 1 is just noticeable side by side; less is better.',
          ),
          later(({ meanCiede2000 }) => formatDeltaE(meanCiede2000)),
        )}
        ${figure(
          'delta-e-95',
          l10n.t('95 % within ΔE'),
          l10n.t(
            'The difference that 95 of 100 pixels do not exceed (CIEDE2000): how bad the worst parts are.',
          ),
          later(({ p95Ciede2000 }) => formatDeltaE(p95Ciede2000)),
        )}
        ${figure(
          'mse',
          l10n.t('MSE'),
          l10n.t(
            'Mean squared error of the red, green and blue values, each 0 to 255. Zero is identical; less is better.',
          ),
          quality ? formatMse(quality.mse) : '–',
        )}
      </dl>
      ${
        isLossless || !quality
          ? nothing
          : html`<p
              class=${isOutdated ? 'refinement muted outdated' : 'refinement muted'}
              data-testid="refinement"
            >
              ${refinement(this.improvement)}
            </p>`
      }`;
  }
}

function figure(id: string, label: string, hint: string, value: string) {
  return html`<dt><tessera-hint .text=${hint}>${label}</tessera-hint></dt>
    <dd data-testid=${id}>${value}</dd>`;
}
