import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
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
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      label {
        position: relative;
        padding: 0 8px;
        border: 1px solid transparent;
        border-radius: 4px;
        color: var(--vscode-descriptionForeground);
        line-height: 22px;
        white-space: nowrap;
        cursor: pointer;
      }
      label:hover {
        background: var(--vscode-toolbar-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
        color: var(--vscode-foreground);
      }
      label:has(:checked) {
        border-color: var(--vscode-inputOption-activeBorder, var(--vscode-contrastBorder, transparent));
        background: var(--vscode-inputOption-activeBackground);
        color: var(--vscode-inputOption-activeForeground);
      }
      label:has(:focus-visible) {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: 1px;
      }
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
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
