import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import uPlot from 'uplot';
import { formatNumber } from '../../../shared/localization';
import { cssVariables } from '../../cssVariables';
import { foldStyles } from '../../foldStyles';
import { chevronIcon } from '../../icons';
import { emit } from '../../pageEvents';
import { sharedStyles } from '../../sharedStyles';
import { drawMarks } from './chartMarks';
import { chartOptions } from './chartOptions';
import {
  annotationsAt,
  dashOf,
  indexAfterKey,
  showsMarkers,
  spokenPoint,
  valueText,
  type ChartAnnotation,
  type ChartSeries,
} from './chartSeries';
import { chartStyles } from './chartStyles';
import { chartTable } from './chartTable';
import { inkColors, onThemeChange, type InkColors } from './themeColors';

const LEAST_HEIGHT = 168;
const MOST_HEIGHT = 280;
const HEIGHT_OF_WIDTH = 0.6;

/**
 * Lines over an x axis that all of them share, with their values at one point above: the one that is pointed at or that
 * the arrow keys have gone to, else the marked one. For assistive technology the plot is a slider over the points, whose
 * value is spoken; and there is a table. Emits `tessera-chart-point` for a point that was clicked or entered.
 */
@customElement('tessera-line-chart')
export class LineChart extends LitElement {
  /** Ascending. */
  @property({ attribute: false }) x: readonly number[] = [];
  @property({ attribute: false }) series: readonly ChartSeries[] = [];
  /** Under the x axis. */
  @property() xLabel = '';
  /** A place of the x axis in words, such as `7 colors`; the label and the number by default. */
  @property({ attribute: false }) formatX: ((x: number) => string) | undefined;
  @property({ type: Boolean }) isLogX = false;
  /** The index of the x that is marked. */
  @property({ attribute: false }) marked: number | undefined;
  @property({ attribute: false }) annotations: readonly ChartAnnotation[] = [];
  /** The chart's name. */
  @property() caption = '';
  /** What Enter and a click do, if anything: a sentence. */
  @property() hint = '';

  @query('.plot') private readonly plotElement!: HTMLElement;

  @state() private current: number | undefined;
  @state() private isTableOpen = false;

  private plot: uPlot | undefined;
  private ink: InkColors | undefined;
  private readonly resizing = new ResizeObserver(() => this.fit());
  private endThemeChange: (() => void) | undefined;

  static override readonly styles = [sharedStyles, foldStyles, chartStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.resizing.observe(this);
    this.endThemeChange = onThemeChange(() => {
      this.ink = undefined;
      this.plot?.redraw(false, false);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.endThemeChange?.();
    this.plot?.destroy();
    this.plot = undefined;
  }

  override render() {
    const index = this.current ?? this.marked;
    const spoken = index === undefined ? this.xLabel : this.spoken(index);
    return html`
      ${this.readout(index)}
      <div
        class="plot"
        role="slider"
        tabindex="0"
        aria-label=${this.caption}
        aria-description=${this.hint || nothing}
        aria-valuemin=${this.x[0] ?? 0}
        aria-valuemax=${this.x.at(-1) ?? 0}
        aria-valuenow=${this.x[index ?? 0] ?? 0}
        aria-valuetext=${spoken}
        @keydown=${this.pressedKey}
        @focus=${this.focused}
        @blur=${() => this.plot?.setCursor({ left: -10, top: -10 })}
        @click=${this.clicked}
      ></div>
      <details @toggle=${(event: ToggleEvent) => (this.isTableOpen = event.newState === 'open')}>
        <summary>${chevronIcon}${l10n.t('Show as table')}</summary>
        ${this.isTableOpen ? chartTable(this) : nothing}
      </details>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('series') || changed.has('x') || changed.has('isLogX') || changed.has('xLabel')) {
      this.draw(changed);
    } else if (changed.has('marked') || changed.has('annotations')) {
      this.plot?.redraw(false, false);
    }
  }

  /** The values at a point; room for them is kept while there is none. */
  private readout(index: number | undefined): TemplateResult {
    const x = index === undefined ? undefined : this.x[index];
    const place =
      index === undefined || x === undefined
        ? html`<span class="muted">${l10n.t('Point at the chart to read its values')}</span>`
        : [this.xText(x), ...annotationsAt(this.annotations, index)].join(' · ');
    const hasBothAxes = new Set(this.series.map(({ scale }) => scale ?? 'left')).size > 1;
    return html`<div class="readout x">${place}</div>
      <dl class="readout">
        ${this.series.map(
          (series, i) =>
            html`<dt ${cssVariables({ '--color': `var(${series.color})` })}>
                ${sampleLine(i)}<span
                  >${series.label}${
                    hasBothAxes && series.scale === 'right'
                      ? html` <span class="axis muted">${l10n.t('right axis')}</span>`
                      : nothing
                  }</span
                >
              </dt>
              <dd>${index === undefined ? '–' : valueText(series, index)}</dd>`,
        )}
      </dl>`;
  }

  private spoken(index: number): string {
    const { x, series, annotations } = this;
    return spokenPoint({ x, series, annotations, xText: (value) => this.xText(value) }, index);
  }

  private xText(x: number): string {
    return this.formatX?.(x) ?? `${this.xLabel} ${formatNumber(x)}`;
  }

  /** Gives uPlot what changed; a chart of other lines is another one to it. */
  private draw(changed: PropertyValues<this>): void {
    const data = [
      [...this.x],
      ...this.series.map(({ values }) => values.map((value) => (Number.isFinite(value) ? value : null))),
    ] satisfies uPlot.AlignedData as uPlot.AlignedData;
    const isSame =
      this.plot !== undefined &&
      !changed.has('isLogX') &&
      !changed.has('xLabel') &&
      areAlike(changed.get('series') ?? this.series, this.series);
    if (isSame) {
      const plot = this.plot!;
      plot.batch(() => plot.setData(data));
      this.placeCursor();
      return;
    }
    this.plot?.destroy();
    this.plot = new uPlot(
      chartOptions({
        at: this,
        ink: () => (this.ink ??= inkColors(this)),
        series: this.series,
        xLabel: this.xLabel,
        isLogX: this.isLogX,
        size: this.room(),
        drawMarks: (u) => drawMarks(u, this, (this.ink ??= inkColors(this)), this),
        moved: (index) => (this.current = index),
      }),
      data,
      this.plotElement,
    );
  }

  private room(): { width: number; height: number } {
    const width = Math.max(this.clientWidth, 1);
    const height = Math.round(Math.min(Math.max(width * HEIGHT_OF_WIDTH, LEAST_HEIGHT), MOST_HEIGHT));
    this.style.setProperty('--height', `${height}px`);
    return { width, height };
  }

  private fit(): void {
    const { width, height } = this.room();
    // A hidden panel has no width; it is fitted when it is seen again.
    const { plot } = this;
    if (!plot || width === 1 || (plot.width === width && plot.height === height)) return;
    plot.batch(() => plot.setSize({ width, height }));
    this.placeCursor();
  }

  private focused(): void {
    // A click has placed the cursor already.
    if (this.current === undefined && this.plotElement.matches(':focus-visible')) {
      this.current = this.marked ?? 0;
      this.placeCursor();
    }
  }

  private pressedKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || this.x.length === 0) return;
    const index = this.current ?? this.marked;
    // The stage hears keys at the window.
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      if (index !== undefined) emit(this, 'tessera-chart-point', index);
      return;
    }
    const next = indexAfterKey(event.key, index ?? -1, this.x.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.current = next;
    this.placeCursor();
  }

  private clicked(event: MouseEvent): void {
    if (this.plot && this.current !== undefined && event.composedPath().includes(this.plot.over)) {
      emit(this, 'tessera-chart-point', this.current);
    }
  }

  /** Puts uPlot's cursor on the current point, wherever that is now. */
  private placeCursor(): void {
    const { plot, current } = this;
    const x = current === undefined ? undefined : this.x[current];
    if (plot && x !== undefined)
      plot.setCursor({ left: plot.valToPos(x, 'x'), top: plot.over.clientHeight / 2 });
  }
}

/** Whether two lists of series differ in nothing but their values. */
function areAlike(some: readonly ChartSeries[], others: readonly ChartSeries[]): boolean {
  const looks = (list: readonly ChartSeries[]) =>
    JSON.stringify(
      list.map((series) => [series.label, series.color, series.scale, series.unit, showsMarkers(series)]),
    );
  return looks(some) === looks(others);
}

function sampleLine(index: number): TemplateResult {
  return html`<svg class="sample" viewBox="0 0 24 8" aria-hidden="true">
    ${svg`<path d="M0 4h24" stroke-dasharray=${dashOf(index).join(' ') || nothing} />`}
  </svg>`;
}
