import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { switchStyles } from '../controls/switchStyles';
import { sharedStyles } from '../sharedStyles';

export interface Choice {
  id: string;
  label: string;
}

/** One of a few things by name: native radio buttons that look like a switch. Emits `choose` with the id. */
@customElement('tessera-choice-switch')
export class ChoiceSwitch extends LitElement {
  @property() label = '';
  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property() chosen = '';

  static override readonly styles = [
    sharedStyles,
    switchStyles,
    css`
      fieldset {
        flex-wrap: wrap;
        gap: 4px;
      }
      label {
        padding: 0 8px;
        line-height: 22px;
        white-space: nowrap;
      }
      label:not(:has(:checked), :hover) {
        color: var(--vscode-descriptionForeground);
      }
    `,
  ];

  override render() {
    return html`<fieldset role="radiogroup" aria-label=${this.label}>
      ${this.choices.map(
        ({ id, label }) =>
          html`<label
            ><input
              type="radio"
              name="choice"
              .checked=${id === this.chosen}
              @change=${() => this.dispatchEvent(new CustomEvent('choose', { detail: id }))}
            />${label}</label
          >`,
      )}
    </fieldset>`;
  }
}
