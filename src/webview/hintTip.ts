import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { sharedStyles } from './sharedStyles';

const MARGIN = 8;

/**
 * A word that explains itself: hovering or focusing what stands inside shows a sentence. In the top layer, so that no
 * scrolling panel cuts it off, and for the keyboard too, which `title` is not.
 */
@customElement('tessera-hint')
export class HintTip extends LitElement {
  @property() text = '';

  @query('.tip') private readonly tip!: HTMLElement;

  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: inline-block;
      }
      .word {
        border-radius: 2px;
        text-decoration: underline dotted color-mix(in srgb, currentColor 60%, transparent);
        text-underline-offset: 3px;
        cursor: help;
      }
      .word:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: 2px;
      }
      .tip {
        position: fixed;
        inset: auto;
        top: var(--top);
        left: var(--left);
        width: max-content;
        max-width: min(264px, calc(100vw - 16px));
        margin: 0;
        padding: 8px;
        border: 1px solid var(--vscode-contrastBorder, var(--vscode-editorHoverWidget-border, transparent));
        border-radius: 4px;
        background: var(--vscode-editorHoverWidget-background);
        box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
        color: var(--vscode-editorHoverWidget-foreground);
        font-size: 12px;
        font-weight: normal;
        line-height: 1.4;
        text-align: start;
        white-space: normal;
      }
    `,
  ];

  override render() {
    return html`<span
        class="word"
        tabindex="0"
        aria-describedby="tip"
        @pointerenter=${this.show}
        @pointerleave=${this.hide}
        @focus=${this.show}
        @blur=${this.hide}
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.hide()}
        ><slot></slot></span
      ><span class="tip" id="tip" role="tooltip" popover="manual">${this.text}</span>`;
  }

  private show(): void {
    if (this.tip.matches(':popover-open')) {
      return;
    }
    this.tip.showPopover();
    const word = this.getBoundingClientRect();
    const { width, height } = this.tip.getBoundingClientRect();
    const below = word.bottom + MARGIN / 2;
    const top = below + height + MARGIN <= innerHeight ? below : word.top - MARGIN / 2 - height;
    const left = Math.max(MARGIN, Math.min(word.left, innerWidth - width - MARGIN));
    this.tip.style.setProperty('--top', `${top}px`);
    this.tip.style.setProperty('--left', `${left}px`);
  }

  private hide(): void {
    this.tip.hidePopover();
  }
}
