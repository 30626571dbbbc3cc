import * as l10n from '@vscode/l10n';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { redoIcon, undoIcon } from './icons';
import { emit, type PageEvents } from './pageEvents';
import { sharedStyles } from './sharedStyles';

const IS_MAC = navigator.userAgent.includes('Macintosh');

/** Undo and redo of changes to the picture. Disabled buttons stay focusable, so that the focus is not lost with the last step. */
@customElement('tessera-history-buttons')
export class HistoryButtons extends LitElement {
  @property({ type: Boolean }) canUndo = false;
  @property({ type: Boolean }) canRedo = false;

  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        gap: 2px;
      }
      button {
        display: flex;
        padding: 3px;
        border: 1px solid transparent;
        border-radius: 4px;
        background: none;
        color: var(--vscode-icon-foreground, inherit);
        cursor: pointer;
      }
      button:hover:not([aria-disabled='true']) {
        background: var(--vscode-toolbar-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      button[aria-disabled='true'] {
        color: var(--vscode-disabledForeground);
        cursor: default;
      }
      /* The style above is as specific: what has the focus must show it also while the pointer is on it. */
      button:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
      }
    `,
  ];

  override render() {
    return html`${this.button(
      'tessera-undo',
      this.canUndo,
      l10n.t('Undo'),
      IS_MAC ? '⌘Z' : 'Ctrl+Z',
      undoIcon,
    )}${this.button('tessera-redo', this.canRedo, l10n.t('Redo'), IS_MAC ? '⇧⌘Z' : 'Ctrl+Y', redoIcon)}`;
  }

  private button(
    event: 'tessera-undo' | 'tessera-redo',
    isPossible: boolean,
    label: string,
    keys: string,
    icon: TemplateResult,
  ): TemplateResult {
    const press = () => {
      const detail: PageEvents[typeof event] = undefined;
      if (isPossible) emit(this, event, detail);
    };
    return html`<button
      type="button"
      title="${label} (${keys})"
      aria-label=${label}
      aria-disabled=${!isPossible}
      @click=${press}
    >
      ${icon}
    </button>`;
  }
}
