import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { parseHex } from '../colorText';
import { sharedStyles } from '../sharedStyles';

/**
 * One color to be chosen, by the browser's color picker or by typing. Sends `color` with `{hex, isMoving}` as it
 * changes, `enter` when it was typed to the end, and `leave` for Escape. Buttons beside it go into its slot.
 */
@customElement('tessera-color-editor')
export class ColorEditor extends LitElement {
  /** `#rrggbb` or `#rrggbbaa`. */
  @property() hex = '#000000';
  @property() label = '';

  /** What is typed is no color. */
  @state() private isWrong = false;
  @query('vscode-textfield') private readonly field!: VscodeTextfield;

  static override readonly styles = [
    sharedStyles,
    css`
      .row {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      input {
        flex: none;
        width: 32px;
        height: 26px;
        padding: 0;
        border: 1px solid var(--vscode-contrastBorder, var(--vscode-settings-textInputBorder, transparent));
        border-radius: 4px;
        background: none;
        cursor: pointer;
      }
      input::-webkit-color-swatch-wrapper {
        padding: 0;
      }
      input::-webkit-color-swatch {
        border: 0;
        border-radius: 3px;
      }
      input:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
      }
      vscode-textfield {
        flex: 1;
        width: auto;
        min-width: 0;
        font-family: var(--vscode-editor-font-family, monospace);
      }
      .wrong {
        margin-top: 4px;
        color: var(--vscode-errorForeground);
        font-size: 12px;
      }
    `,
  ];

  override focus(): void {
    this.field.focus();
  }

  override render() {
    return html`<div class="row" @keydown=${this.pressedKey}>
        <input
          type="color"
          aria-label=${l10n.t('{0}, color picker', this.label)}
          title=${l10n.t('Open the color picker')}
          .value=${this.hex.slice(0, 7)}
          @input=${(event: Event) => this.picked(event, true)}
          @change=${(event: Event) => this.picked(event, false)}
        />
        <vscode-textfield
          .label=${l10n.t('{0}, as hex', this.label)}
          .value=${this.hex}
          ?invalid=${this.isWrong}
          spellcheck="false"
          @change=${this.typed}
        ></vscode-textfield>
        <slot></slot>
      </div>
      ${this.isWrong ? html`<p class="wrong" role="alert">${l10n.t('A color looks like #3a7bd5.')}</p>` : ''}`;
  }

  /** The picker knows no transparency, so that stays as it is. */
  private picked(event: Event, isMoving: boolean): void {
    // The handler stands on this very element.
    const { value } = event.currentTarget as HTMLInputElement;
    const alpha = this.hex === '#00000000' ? '' : this.hex.slice(7);
    this.isWrong = false;
    this.send(value + alpha, isMoving);
  }

  private typed(): void {
    const hex = parseHex(this.field.value);
    this.isWrong = hex === undefined;
    if (hex !== undefined && hex !== this.hex) this.send(hex, false);
  }

  private pressedKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target === this.field) {
      this.typed();
      if (!this.isWrong) this.dispatchEvent(new CustomEvent('enter'));
    } else if (event.key === 'Escape') {
      this.dispatchEvent(new CustomEvent('leave'));
    }
  }

  private send(hex: string, isMoving: boolean): void {
    this.dispatchEvent(new CustomEvent('color', { detail: { hex, isMoving } }));
  }
}
