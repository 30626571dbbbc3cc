import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { fittingSize } from '../../../engine/downscale';
import type { RunOptions, RunStart } from '../../../engine/explore/plainKMeans';
import { K_MAX_INDEXED } from '../../../engine/options';
import { formatNumber } from '../../../shared/localization';
import { foldStyles } from '../../foldStyles';
import { chevronIcon } from '../../icons';
import { emit } from '../../pageEvents';
import type { Size } from '../../picture/placement';
import { sharedStyles } from '../../sharedStyles';
import { gifSides } from './gifSides';

const ROUND_MS = [100, 200, 500, 1000];

/** Saves the rounds as an animated GIF, in a size and at a speed. */
@customElement('tessera-gif-export')
export class GifExport extends LitElement {
  @property({ attribute: false }) picture!: Size;
  @property({ attribute: false }) reduction!: RunOptions;
  @property({ attribute: false }) start!: RunStart;
  /** Frames: the rounds and the start. */
  @property({ type: Number }) frames = 0;

  @state() private side = 480;
  @state() private roundMs = 200;

  static override readonly styles = [
    sharedStyles,
    foldStyles,
    css`
      .fields {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 12px;
        align-items: center;
        margin: 4px 0 12px;
      }
      vscode-single-select {
        width: 100%;
      }
    `,
  ];

  override render() {
    const isTooMany = this.reduction.k > K_MAX_INDEXED;
    return html`<details>
      <summary>${chevronIcon}${l10n.t('Save as animation')}</summary>
      ${
        isTooMany
          ? html`<p class="muted">${l10n.t('A GIF holds 256 colors at most: choose fewer to save one.')}</p>`
          : this.form()
      }
    </details>`;
  }

  private form() {
    const { picture, reduction, start, roundMs, frames } = this;
    const sides = gifSides(picture);
    // The nearest that this picture has.
    const longestSide = sides.filter((side) => side <= this.side).at(-1) ?? sides[0]!;
    const seconds = formatNumber((frames * roundMs) / 1000, 1);
    return html`<div class="fields">
        ${this.choice(
          l10n.t('Size'),
          sides,
          longestSide,
          (side) => this.sizeText(side),
          (side) => (this.side = side),
        )}
        ${this.choice(
          l10n.t('A round'),
          ROUND_MS,
          roundMs,
          (ms) => l10n.t('{0} s', formatNumber(ms / 1000, 1)),
          (ms) => (this.roundMs = ms),
        )}
      </div>
      <vscode-button
        secondary
        @click=${() => {
          const { k, space, locked } = reduction;
          emit(this, 'tessera-export-explored', {
            kind: 'convergenceGif',
            reduction: { k, space, locked },
            start,
            longestSide,
            roundMs,
          });
        }}
        >${l10n.t('Export as GIF…')}</vscode-button
      >
      <p class="muted">${l10n.t('{0} frames, {1} s, repeated', formatNumber(frames), seconds)}</p>`;
  }

  private sizeText(side: number): string {
    const { width, height } = fittingSize(this.picture, side);
    return `${width} × ${height}`;
  }

  private choice(
    label: string,
    values: readonly number[],
    value: number,
    text: (value: number) => string,
    chose: (value: number) => void,
  ) {
    // Given as a property: option elements in folded details have no text that the select could read.
    return html`<span>${label}</span>
      <vscode-single-select
        position="above"
        .label=${label}
        .options=${values.map((each) => ({ value: String(each), label: text(each) }))}
        .value=${String(value)}
        @change=${(event: Event) => {
          // The handler stands on this very element.
          const chosen = Number((event.currentTarget as VscodeSingleSelect).value);
          if (values.includes(chosen)) chose(chosen);
        }}
      ></vscode-single-select>`;
  }
}
