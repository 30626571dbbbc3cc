import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../shared/localization';
import { annotationsAt, valueText, type ChartAnnotation, type ChartSeries } from './chartSeries';

/** A chart's values as a table that scrolls by itself, also by the keyboard. */
export function chartTable(of: {
  caption: string;
  x: readonly number[];
  xLabel: string;
  series: readonly ChartSeries[];
  marked: number | undefined;
  annotations: readonly ChartAnnotation[];
}): TemplateResult {
  const heading = (index: number, x: number) =>
    [formatNumber(x), ...annotationsAt(of.annotations, index)].join(' · ');
  return html`<div class="rows" tabindex="0" role="region" aria-label=${l10n.t('{0}: values', of.caption)}>
    <table aria-label=${of.caption}>
      <thead>
        <tr>
          <th scope="col">${of.xLabel}</th>
          ${of.series.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${of.x.map(
          (x, index) =>
            html`<tr aria-current=${index === of.marked ? 'true' : nothing}>
              <th scope="row">${heading(index, x)}</th>
              ${of.series.map((series) => html`<td>${valueText(series, index)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
