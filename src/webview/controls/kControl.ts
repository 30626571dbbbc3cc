import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { DEFAULT_OPTIONS, K_MAX, K_MAX_INDEXED, K_MIN } from '../../engine/options';
import { resetButton, resetStyles } from './resetButton';
import { parseK } from './kScale';
import { mark } from '../marks';
import { noteView, statusStyles } from '../statusViews';
import { emit } from '../pageEvents';
import { sharedStyles } from '../sharedStyles';
import './kSlider';

/** How many colors: the slider up to 256, and a number field for any number. */
@customElement('tessera-k-control')
export class KControl extends LitElement {
  @property({ type: Number }) k = K_MIN;
  /** What Reset goes back to. */
  @property({ type: Number }) standard = DEFAULT_OPTIONS.k;
  /** So many colors are locked, or as few as there can be. */
  @property({ type: Number }) least = K_MIN;
  @property({ type: Boolean }) disabled = false;

  static override readonly styles = [
    sharedStyles,
    statusStyles,
    resetStyles,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        margin-bottom: 4px;
      }
      vscode-textfield {
        width: 76px;
        margin-left: auto;
      }
      .note {
        margin-top: 8px;
      }
    `,
  ];

  override render() {
    const { k, least, disabled } = this;
    return html`
      <header>
        <h2>${l10n.t('Colors')}</h2>
        ${resetButton({
          label: l10n.t('Reset the number of colors to {0}', this.standard),
          isShown: k !== this.standard && !disabled && this.standard >= least,
          reset: () => this.jump(this.standard),
        })}
        <vscode-textfield
          type="number"
          .label=${l10n.t('Number of colors, {0} to {1}', least, K_MAX)}
          title=${l10n.t('{0} to {1} colors', least, K_MAX)}
          .min=${least}
          .max=${K_MAX}
          .step=${1}
          .value=${String(k)}
          ?disabled=${disabled}
          @change=${this.typed}
        ></vscode-textfield>
      </header>
      <tessera-k-slider .k=${k} .least=${least} ?disabled=${disabled}></tessera-k-slider>
      ${
        k > K_MAX_INDEXED
          ? noteView(
              l10n.t(
                'A PNG palette holds {0} colors at most. With {1} the file is saved as a truecolor PNG.',
                K_MAX_INDEXED,
                k,
              ),
            )
          : nothing
      }
      ${
        k === least && least > K_MIN
          ? noteView(l10n.t('All {0} colors are locked. For fewer colors, unlock or remove some.', least))
          : nothing
      }
    `;
  }

  private typed(event: Event): void {
    // The handler stands on this very element.
    const field = event.currentTarget as VscodeTextfield;
    const k = Math.max(parseK(field.value) ?? this.k, this.least);
    field.value = String(k);
    if (k !== this.k) this.jump(k);
  }

  private jump(k: number): void {
    mark('tessera:slider');
    emit(this, 'tessera-change', { options: { k }, isMoving: false });
  }
}
