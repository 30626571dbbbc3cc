import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dividerIcon, sideBySideIcon } from './icons';
import { emit } from './pageEvents';
import { sharedStyles } from './sharedStyles';
import type { ViewMode } from './viewMemory';

const VIEWS = [
  { mode: 'divider', label: 'Divider', icon: dividerIcon },
  { mode: 'sideBySide', label: 'Side by side', icon: sideBySideIcon },
] as const satisfies readonly { mode: ViewMode; label: string; icon: unknown }[];

/** Chooses how original and reduced picture are compared. Native radio buttons that look like a switch. */
@customElement('tessera-view-switch')
export class ViewSwitch extends LitElement {
  @property() view: ViewMode = 'divider';

  static override readonly styles = [
    sharedStyles,
    css`
      fieldset {
        display: flex;
        gap: 2px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      label {
        position: relative;
        display: flex;
        align-items: center;
        gap: 4px;
        height: 24px;
        padding: 0 8px 0 4px;
        border: 1px solid transparent;
        border-radius: 4px;
        cursor: pointer;
        white-space: nowrap;
      }
      label:hover {
        background: var(--vscode-toolbar-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
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
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
    `,
  ];

  override render() {
    return html`<fieldset aria-label="Compare">
      ${VIEWS.map(
        ({ mode, label, icon }) =>
          html`<label>
            <input
              type="radio"
              name="view"
              .checked=${this.view === mode}
              @change=${() => emit(this, 'tessera-view', mode)}
            />${icon}<span>${label}</span>
          </label>`,
      )}
    </fieldset>`;
  }
}
