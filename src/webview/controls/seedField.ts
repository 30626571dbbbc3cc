import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { SEED_MAX } from '../../engine/options';
import { diceIcon } from '../icons';
import { sharedStyles } from '../sharedStyles';
import { iconButtonStyles } from './iconButton';

/** A number that lots are drawn with, typed or thrown. Sends the new one as `seed`. */
@customElement('tessera-seed-field')
export class SeedField extends LitElement {
  @property() label = '';
  @property({ type: Number }) seed = 1;
  @property({ type: Boolean }) disabled = false;

  static override readonly styles = [
    sharedStyles,
    iconButtonStyles,
    css`
      :host {
        display: flex;
        gap: 4px;
      }
      vscode-textfield {
        flex: 1;
        min-width: 0;
        width: auto;
      }
      vscode-textfield[disabled] {
        opacity: 0.5;
      }
    `,
  ];

  override render() {
    const throwDice = l10n.t('Throw the dice for another seed');
    return html`<vscode-textfield
        type="number"
        .label=${this.label}
        .min=${0}
        .max=${SEED_MAX}
        .step=${1}
        .value=${String(this.seed)}
        ?disabled=${this.disabled}
        @change=${this.typed}
      ></vscode-textfield>
      <button
        class="icon-button"
        aria-label=${throwDice}
        title=${throwDice}
        ?disabled=${this.disabled}
        @click=${() => this.send(randomSeed(this.seed))}
      >
        ${diceIcon}
      </button>`;
  }

  private typed(event: Event): void {
    // The handler stands on this very element.
    const field = event.currentTarget as VscodeTextfield;
    const typed = field.value.trim() === '' ? NaN : Math.round(Number(field.value));
    const seed = Number.isNaN(typed) ? this.seed : Math.min(SEED_MAX, Math.max(0, typed));
    field.value = String(seed);
    this.send(seed);
  }

  private send(seed: number): void {
    this.dispatchEvent(new CustomEvent('seed', { detail: seed }));
  }
}

/** Six digits are enough for luck, and can be told to somebody. */
export function randomSeed(other: number): number {
  const seed = 1 + Math.floor(Math.random() * 999_999);
  return seed === other ? seed + 1 : seed;
}
