import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { K_MAX, K_MAX_INDEXED, K_MIN } from '../engine/options';
import { parseK } from './kScale';
import { mark } from './marks';
import { noteView, statusStyles } from './statusViews';
import { emit } from './pageEvents';
import { sharedStyles } from './sharedStyles';
import './kSlider';

/** How many colors: the slider up to 256, and a number field for any number. */
@customElement('tessera-k-control')
export class KControl extends LitElement {
  @property({ type: Number }) k = K_MIN;
  @property({ type: Boolean }) disabled = false;

  static override readonly styles = [
    sharedStyles,
    statusStyles,
    css`
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-bottom: 4px;
      }
      vscode-textfield {
        width: 76px;
      }
      .note {
        margin-top: 8px;
      }
    `,
  ];

  override render() {
    const { k, disabled } = this;
    return html`
      <header>
        <h2>Colors</h2>
        <vscode-textfield
          type="number"
          .label=${`Number of colors, ${K_MIN} to ${K_MAX}`}
          title=${`${K_MIN} to ${K_MAX} colors`}
          .min=${K_MIN}
          .max=${K_MAX}
          .step=${1}
          .value=${String(k)}
          ?disabled=${disabled}
          @change=${this.typed}
        ></vscode-textfield>
      </header>
      <tessera-k-slider .k=${k} ?disabled=${disabled}></tessera-k-slider>
      ${
        k > K_MAX_INDEXED
          ? noteView(
              `A PNG palette holds ${K_MAX_INDEXED} colors at most. With ${k} the file is saved as a truecolor PNG.`,
            )
          : nothing
      }
    `;
  }

  private typed(event: Event): void {
    // The handler stands on this very element.
    const field = event.currentTarget as VscodeTextfield;
    const k = parseK(field.value) ?? this.k;
    field.value = String(k);
    if (k !== this.k) {
      mark('tessera:slider');
      emit(this, 'tessera-change', { options: { k }, isMoving: false });
    }
  }
}
