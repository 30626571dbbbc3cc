import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { checkIcon } from './icons';
import { sharedStyles } from './sharedStyles';

export interface MenuItem {
  id: string;
  label: string;
  /** Its key on the keyboard, as a person reads it. */
  keys?: string;
  isDisabled?: boolean;
  /** One of several choices, and whether it is the present one. */
  isChecked?: boolean;
}

const MARGIN = 8;

/** A menu that opens at a place, takes the focus, and gives it back. Sends `choose` with the item's id. */
@customElement('tessera-popup-menu')
export class PopupMenu extends LitElement {
  @property() label = '';
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  @query('.menu') private readonly menu!: HTMLElement;

  /** What had the focus before. */
  private opener: HTMLElement | undefined;

  static override readonly styles = [
    sharedStyles,
    css`
      .menu {
        position: fixed;
        inset: auto;
        top: var(--top);
        left: var(--left);
        min-width: 160px;
        margin: 0;
        padding: 4px;
        border: 1px solid var(--vscode-menu-border, var(--vscode-contrastBorder, transparent));
        border-radius: 4px;
        background: var(--vscode-menu-background);
        box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
        color: var(--vscode-menu-foreground);
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        height: 24px;
        padding: 0 8px 0 4px;
        border: 0;
        border-radius: 3px;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        white-space: nowrap;
        cursor: pointer;
      }
      button:focus,
      button:focus-visible {
        outline: 1px solid var(--vscode-menu-selectionBorder, transparent);
        outline-offset: -1px;
        background: var(--vscode-menu-selectionBackground);
        color: var(--vscode-menu-selectionForeground);
      }
      button[aria-disabled='true'] {
        color: var(--vscode-disabledForeground);
        cursor: default;
      }
      .check {
        width: 16px;
      }
      button:not([aria-checked='true']) .icon {
        visibility: hidden;
      }
      .keys {
        margin-left: auto;
        padding-left: 16px;
        opacity: 0.7;
      }
    `,
  ];

  override render() {
    return html`<div
      class="menu"
      role="menu"
      popover="auto"
      aria-label=${this.label}
      @keydown=${this.pressedKey}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      ${this.items.map(
        ({ id, label, keys = '', isDisabled = false, isChecked }) =>
          html`<button
            role=${isChecked === undefined ? 'menuitem' : 'menuitemradio'}
            tabindex="-1"
            aria-checked=${isChecked ?? nothing}
            aria-disabled=${isDisabled}
            @pointermove=${(event: Event) => event.currentTarget instanceof HTMLElement && event.currentTarget.focus()}
            @click=${() => !isDisabled && this.choose(id)}
          >
            <span class="check">${checkIcon}</span>${label}<span class="keys">${keys}</span>
          </button>`,
      )}
    </div>`;
  }

  /** At a point of the window (CSS pixels), or where there is room beside it. */
  async open({ x, y }: { x: number; y: number }): Promise<void> {
    await this.updateComplete;
    const { menu } = this;
    this.opener = focusedElement();
    menu.showPopover();
    const { width, height } = menu.getBoundingClientRect();
    menu.style.setProperty('--left', `${Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN))}px`);
    menu.style.setProperty('--top', `${Math.max(MARGIN, Math.min(y, innerHeight - height - MARGIN))}px`);
    const buttons = this.buttons();
    (buttons.find((button) => button.ariaChecked === 'true') ?? buttons[0])?.focus();
  }

  private choose(id: string): void {
    this.close(); // gives the focus back first: what is chosen may take it elsewhere
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }

  /** Browsers give the focus back only where it is in the same tree. */
  private close(): void {
    this.menu.hidePopover();
    this.opener?.focus();
  }

  private pressedKey(event: KeyboardEvent): void {
    const buttons = this.buttons();
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const targets: Record<string, number> = {
      ArrowDown: (at + 1) % buttons.length,
      ArrowUp: (at + buttons.length - 1) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      buttons[target]?.focus();
    } else if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault();
      this.close();
    }
    event.stopPropagation(); // keys of what lies under the menu are not for it
  }

  private buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('button')];
  }
}

/** Through all shadow trees. */
function focusedElement(): HTMLElement | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : undefined;
}
