import * as l10n from '@vscode/l10n';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Segment } from '../../../engine/explore/segments';
import type { SegmentsAnswer } from '../../../shared/explore/segments';
import { formatNumber } from '../../../shared/localization';
import { colorHex, formatShare } from '../../colorText';
import { cssVariables } from '../../cssVariables';
import { colorName } from '../../palette/colorNames';
import { swatchStyles } from '../../palette/swatchStyles';
import { emit } from '../../pageEvents';
import { sharedStyles } from '../../sharedStyles';
import { inOrder, largestShare, type SegmentOrder } from './segmentOrder';
import { segmentTableStyles } from './segmentTableStyles';

/** The segments with their figures, to be sorted and selected. Emits `select` with the indices of the selected colors. */
@customElement('tessera-segment-table')
export class SegmentTable extends LitElement {
  @property({ attribute: false }) answer!: SegmentsAnswer;
  @property({ attribute: false }) selected: ReadonlySet<number> = new Set();

  @state() private order: SegmentOrder = 'pixels';
  @state() private isAscending = false;
  /** The color whose row can be reached by Tab; arrow keys go on to the others. */
  @state() private focused: number | undefined;

  static override readonly styles = [sharedStyles, swatchStyles, segmentTableStyles];

  override render() {
    const { segments } = this.answer;
    const { selected } = this;
    const listed = inOrder(segments, this.order, this.isAscending);
    const total = segments.reduce((sum, { pixels }) => sum + pixels, 0);
    const reachable = listed.find(({ index }) => index === this.focused) ?? listed[0];
    const all = segments.map(({ index }) => index);
    return html`<div class="choose">
        <span class="muted">${l10n.t('Select')}</span>
        ${this.chooser(l10n.t('All'), all, selected.size < all.length)}
        ${this.chooser(l10n.t('None'), [], selected.size > 0)}
        ${this.chooser(
          l10n.t('Invert'),
          all.filter((index) => !selected.has(index)),
          true,
        )}
      </div>
      <table class="number" @keydown=${this.pressed} @pointerleave=${() => this.point(undefined)}>
        <thead>
          <tr>
            ${this.heading('label', l10n.t('Color'))} ${this.heading('pixels', l10n.t('Area'))}
            ${this.heading('regions', l10n.t('Regions'))}
            ${this.heading('largest', l10n.t('Largest'), l10n.t('Share of the largest region in the area'))}
          </tr>
        </thead>
        <tbody>
          ${listed.map((segment) => this.row(segment, total, segment === reachable))}
        </tbody>
      </table>`;
  }

  private chooser(label: string, indices: readonly number[], isPossible: boolean): TemplateResult {
    return html`<button ?disabled=${!isPossible} @click=${() => this.select(indices)}>${label}</button>`;
  }

  private heading(order: SegmentOrder, label: string, hint = ''): TemplateResult {
    const isSorted = this.order === order;
    const direction = this.isAscending ? 'ascending' : 'descending';
    const mark = html`<span class="direction" aria-hidden="true">${this.isAscending ? '↑' : '↓'}</span>`;
    const isFirst = order === 'label';
    return html`<th scope="col" aria-sort=${isSorted ? direction : 'none'} title=${hint}>
      <button class=${isSorted ? 'sorted' : ''} @click=${() => this.sortBy(order)}>
        ${isSorted && !isFirst ? mark : ''}${label}${isSorted && isFirst ? mark : ''}
      </button>
    </th>`;
  }

  private row(segment: Segment, total: number, isReachable: boolean): TemplateResult {
    const { index, pixels, regions } = segment;
    const hex = colorHex(this.answer.palette, index);
    const name = colorName(hex);
    const isSelected = this.selected.has(index);
    return html`<tr
      class=${isSelected ? 'selected' : ''}
      @click=${(event: MouseEvent) => this.clicked(event, index)}
      @pointerenter=${() => this.point(index)}
    >
      <th scope="row">
        <label class="name">
          <input
            type="checkbox"
            data-index=${index}
            tabindex=${isReachable ? 0 : -1}
            .checked=${isSelected}
            @change=${() => this.toggle(index)}
            @focus=${() => (this.focused = index)}
          />
          <span class="swatch" ${cssVariables({ '--color': hex })}></span>
          <span><span class="hex">${hex}</span><small title=${name}>${name}</small></span>
        </label>
      </th>
      <td>${formatShare(pixels / total)}<small>${l10n.t('{0} px', formatNumber(pixels))}</small></td>
      <td>${formatNumber(regions)}</td>
      <td>${formatShare(largestShare(segment))}</td>
    </tr>`;
  }

  private sortBy(order: SegmentOrder): void {
    // Figures are first wanted from the largest on, the palette from its start on.
    this.isAscending = this.order === order ? !this.isAscending : order === 'label';
    this.order = order;
  }

  /** All of a row can be clicked; its label does what a label does. */
  private clicked({ target }: MouseEvent, index: number): void {
    if (!(target instanceof Element && target.closest('label'))) this.toggle(index);
  }

  private toggle(index: number): void {
    const { selected } = this;
    this.select(selected.has(index) ? [...selected].filter((each) => each !== index) : [...selected, index]);
  }

  private select(indices: readonly number[]): void {
    this.dispatchEvent(new CustomEvent('select', { detail: new Set(indices) }));
  }

  /** Shows where the color is as long as the pointer is on its row. */
  private point(index: number | undefined): void {
    emit(this, 'tessera-highlight', { index, isKept: false });
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const boxes = [...this.renderRoot.querySelectorAll<HTMLInputElement>('tbody input')];
    const at = boxes.findIndex((box) => box.matches(':focus'));
    if (at < 0) return;
    const last = boxes.length - 1;
    const next = { ArrowDown: Math.min(last, at + 1), ArrowUp: Math.max(0, at - 1), Home: 0, End: last }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    boxes[next]!.focus();
  };
}
