import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { Cancelled } from '../../../engine/steps';
import type { CurveAnswer } from '../../../shared/explore/curve';
import { formatBytes } from '../../../shared/formatBytes';
import { formatNumber, formatPercent } from '../../../shared/localization';
import { foldStyles } from '../../foldStyles';
import { emit } from '../../pageEvents';
import { colorsText } from '../../picture/captions';
import { formatPsnr } from '../../qualityText';
import { sharedStyles } from '../../sharedStyles';
import type { ChartAnnotation, ChartSeries } from '../chart/chartSeries';
import { explanation, explanationStyles } from '../explanation';
import type { ExploreContext } from '../exploreContext';
import { KNEEDLE } from '../sources';
import { curveFigures, curveOptions, sizeFactorOf, type CurveFigures } from './curveFigures';
import '../chart/lineChart';
import '../choiceSwitch';

const BESIDE = ['size', 'psnr', 'nothing'] as const;
/** What is drawn over the right axis. */
type Beside = (typeof BESIDE)[number];

/** A curve has a shape from so many points on. */
const LEAST_POINTS = 3;

/** Helps to choose the number of colors: what more of them gain and cost. A point of the chart takes its number. */
@customElement('tessera-explore-curve')
export class CurveView extends LitElement {
  @property({ attribute: false }) context!: ExploreContext;

  @state() private answer: CurveAnswer | undefined;
  @state() private failure = '';
  @state() private beside: Beside = 'size';
  private asked = '';
  /** Of the last picture at rest. */
  private sizeFactor = 1;
  /** What the chart shows, and what that was made from. */
  private prepared: readonly unknown[] = [];
  private figures: CurveFigures | undefined;
  private series: ChartSeries[] = [];
  private annotations: ChartAnnotation[] = [];

  static override readonly styles = [
    sharedStyles,
    foldStyles,
    explanationStyles,
    css`
      .elbow,
      .beside {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 8px;
        min-height: 26px;
      }
      .elbow {
        margin-bottom: 12px;
      }
      .elbow b {
        font-size: 14px;
      }
      .beside {
        justify-content: start;
        margin-bottom: 8px;
      }
      .progress {
        margin-top: 4px;
        font-size: 12px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.context.client.withdraw('curve');
    this.asked = '';
  }

  protected override willUpdate(): void {
    const { options, isMoving, isAtRest, reducedBytes } = this.context;
    const key = JSON.stringify(curveOptions(options));
    if (!isMoving && key !== this.asked) {
      this.asked = key;
      void this.ask();
    }
    if (isAtRest && reducedBytes !== undefined && this.answer) {
      this.sizeFactor = sizeFactorOf(this.answer.measured, options.k, reducedBytes) ?? this.sizeFactor;
    }
    if (this.answer) this.prepare(this.answer);
  }

  override render() {
    const { failure, figures } = this;
    if (failure) return html`<p role="status">${failure}</p>`;
    if (!figures) return html`<p role="status">${l10n.t('Computing…')}</p>`;
    if (figures.ks.length < LEAST_POINTS) {
      return html`<p>${l10n.t('This picture has so few colors that there is nothing to choose.')}</p>`;
    }
    return html`${this.elbowLine(figures)}
      <div class="beside">
        <span class="muted" aria-hidden="true">${l10n.t('Also show')}</span>
        <tessera-choice-switch
          .label=${l10n.t('Also show')}
          .choices=${BESIDE.map((id) => ({ id, label: besideLabel(id) }))}
          .chosen=${this.beside}
          @choose=${({ detail }: CustomEvent<Beside>) => (this.beside = detail)}
        ></tessera-choice-switch>
      </div>
      <tessera-line-chart
        isLogX
        .x=${figures.ks}
        .series=${this.series}
        .xLabel=${l10n.t('Colors')}
        .formatX=${colorsText}
        .marked=${this.markedIndex(figures)}
        .annotations=${this.annotations}
        .caption=${l10n.t('Error by the number of colors')}
        .hint=${l10n.t('Arrow keys read values. Enter takes the number of colors.')}
        @tessera-chart-point=${({ detail }: CustomEvent<number>) => this.take(figures.ks[detail])}
      ></tessera-line-chart>
      ${this.progressLine()} ${this.explanation()}`;
  }

  private elbowLine({ elbow }: CurveFigures): TemplateResult {
    if (elbow === undefined) return html`<p class="elbow">${l10n.t('This curve has no clear elbow.')}</p>`;
    return html`<div class="elbow">
      <span>${l10n.t('Elbow')} <b data-testid="elbow">${colorsText(elbow)}</b></span>
      <vscode-button secondary @click=${() => this.take(elbow)}
        >${l10n.t('Take {0}', colorsText(elbow))}</vscode-button
      >
    </div>`;
  }

  private progressLine(): TemplateResult | typeof nothing {
    const { answer } = this;
    if (!answer) return nothing;
    const [done, all] = [answer.measured.length, answer.toMeasure];
    return html`<p class="progress muted number" data-testid="curve-progress">
      ${
        done < all
          ? l10n.t('Measuring palettes: {0} of {1}…', done, all)
          : l10n.t('Measured at {0} points, interpolated between', all)
      }
    </p>`;
  }

  private explanation(): TemplateResult {
    return explanation(
      [
        l10n.t(
          'The error is what a palette leaves of the differences between the colors: 100 % with a single color, 0 % when every color is kept. It falls quickly at first; after the elbow, more colors gain little.',
        ),
        l10n.t(
          'The elbow is found with Kneedle, where the curve bulges farthest from a straight line between its ends. Along a logarithmic axis it depends little on where the curve is cut off.',
        ),
        l10n.t(
          'A first curve comes from one tree of splits, which serves every number of colors. Then real palettes are measured, the quality without a dither. File sizes are estimated.',
        ),
      ],
      [KNEEDLE],
    );
  }

  private markedIndex({ ks }: CurveFigures): number | undefined {
    const index = ks.indexOf(this.context.options.k);
    return index < 0 ? undefined : index;
  }

  private take(k: number | undefined): void {
    if (k !== undefined) emit(this, 'tessera-change', { options: { k }, isMoving: false });
  }

  /** The chart tells new series by their identity: it gets others only when something in them is new. */
  private prepare(answer: CurveAnswer): void {
    const from = [answer, this.sizeFactor, this.beside];
    if (from.every((each, i) => each === this.prepared[i])) return;
    this.prepared = from;
    this.figures = curveFigures(answer, this.sizeFactor);
    const { ks, errors, elbow, psnrs, sizes } = this.figures;
    const error: ChartSeries = {
      label: l10n.t('Error'),
      values: errors,
      color: '--vscode-charts-blue',
      format: percentText,
    };
    const size: ChartSeries = {
      label: l10n.t('File size'),
      values: sizes,
      color: '--vscode-charts-orange',
      scale: 'right',
      format: (bytes) => `≈ ${formatBytes(bytes)}`,
      formatTick: formatBytes,
    };
    const psnr: ChartSeries = {
      label: 'PSNR',
      values: psnrs,
      color: '--vscode-charts-green',
      scale: 'right',
      format: (decibels) => `≈ ${formatPsnr(decibels)}`,
      formatTick: (decibels) => `${formatNumber(decibels)} dB`,
    };
    this.series = [error, ...{ size: [size], psnr: [psnr], nothing: [] }[this.beside]];
    this.annotations = elbow === undefined ? [] : [{ index: ks.indexOf(elbow), label: l10n.t('Elbow') }];
  }

  private async ask(): Promise<void> {
    const { client, options } = this.context;
    this.failure = '';
    try {
      this.answer = await client.ask({ kind: 'curve', options: curveOptions(options) }, (progress) => {
        this.answer = progress;
      });
    } catch (error) {
      if (error instanceof Cancelled) return;
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }
}

function besideLabel(beside: Beside): string {
  return { size: l10n.t('File size'), psnr: 'PSNR', nothing: l10n.t('Nothing') }[beside];
}

/** Two significant digits: the curve goes over three orders of magnitude. */
function percentText(percent: number): string {
  return formatPercent(percent, percent === 0 || percent >= 10 ? 0 : percent >= 1 ? 1 : 2);
}
