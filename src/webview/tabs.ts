import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { emit } from './pageEvents';
import { sharedStyles } from './sharedStyles';

export interface Tab {
  id: string;
  label: string;
}

/** A row of tabs, of which one is chosen; arrow keys go through them, as in VS Code's panels. */
@customElement('tessera-tabs')
export class Tabs extends LitElement {
  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property() selected = '';
  @property() label = '';
  /** `bar`: for whole panels, underlined. `pills`: for the views in one, in as many rows as they need. */
  @property({ reflect: true }) look: 'bar' | 'pills' = 'bar';

  static override readonly styles = [
    sharedStyles,
    css`
      [role='tablist'] {
        display: flex;
        gap: 4px;
      }
      button {
        border: 1px solid transparent;
        background: none;
        color: var(--vscode-descriptionForeground);
        font: inherit;
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover,
      [aria-selected='true'] {
        color: var(--vscode-foreground);
      }
      :host([look='bar']) [role='tablist'] {
        gap: 16px;
      }
      :host([look='bar']) button {
        padding: 0;
        border-width: 0 0 2px;
        font-weight: 600;
        line-height: 30px;
      }
      :host([look='bar']) [aria-selected='true'] {
        border-color: var(--vscode-panelTitle-activeBorder, var(--tessera-accent));
      }
      :host([look='pills']) [role='tablist'] {
        flex-wrap: wrap;
      }
      :host([look='pills']) button {
        padding: 0 8px;
        border-radius: 4px;
        line-height: 22px;
      }
      :host([look='pills']) button:hover {
        background: var(--vscode-toolbar-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      :host([look='pills']) [aria-selected='true'] {
        border-color: var(--vscode-inputOption-activeBorder, var(--vscode-contrastBorder, transparent));
        background: var(--vscode-inputOption-activeBackground);
        color: var(--vscode-inputOption-activeForeground);
      }
    `,
  ];

  override render() {
    return html`<div role="tablist" aria-label=${this.label} @keydown=${this.pressedKey}>
      ${this.tabs.map(
        ({ id, label }) =>
          html`<button
            role="tab"
            aria-selected=${id === this.selected}
            tabindex=${id === this.selected ? 0 : -1}
            @click=${() => emit(this, 'tessera-tab', id)}
          >
            ${label}
          </button>`,
      )}
    </div>`;
  }

  private pressedKey(event: KeyboardEvent): void {
    const place = this.tabs.findIndex(({ id }) => id === this.selected);
    const last = this.tabs.length - 1;
    const target = {
      ArrowRight: place === last ? 0 : place + 1,
      ArrowLeft: place === 0 ? last : place - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation(); // the stage moves the picture with arrow keys
    this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus();
    const tab = this.tabs[target];
    if (tab) emit(this, 'tessera-tab', tab.id);
  }
}
