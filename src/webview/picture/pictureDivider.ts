import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { cssVariables } from '../cssVariables';
import { emit } from '../pageEvents';
import { sharedStyles } from '../sharedStyles';

/** How far an arrow key moves the divider, in percent; with Shift ten times as far. */
const STEP = 1;

/**
 * The line between original and reduced picture, over both. It can be dragged anywhere on the picture, so that nobody
 * has to hit the line; where the picture can be moved itself (`isNarrow`), only near the line.
 */
@customElement('tessera-divider')
export class PictureDivider extends LitElement {
  /** 0 (all reduced) to 100 (all original). */
  @property({ type: Number }) position = 50;
  @property({ type: Boolean, reflect: true }) isNarrow = false;

  @query('[role=separator]') private readonly separator!: HTMLElement;

  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        cursor: ew-resize;
        touch-action: none;
      }
      :host([isNarrow]) {
        pointer-events: none;
      }
      [role='separator']::before {
        position: absolute;
        inset: 0 -11px;
        content: '';
        pointer-events: auto;
      }
      [role='separator'] {
        position: absolute;
        top: 0;
        bottom: 0;
        left: calc(var(--position) * 1%);
        width: 2px;
        margin-left: -1px;
        background: #fff;
        box-shadow: 0 0 0 1px rgb(0 0 0 / 50%);
        outline: none;
      }
      .grip {
        position: absolute;
        top: 50%;
        left: 50%;
        display: grid;
        place-items: center;
        width: 28px;
        height: 28px;
        border: 2px solid #fff;
        border-radius: 50%;
        background: rgb(0 0 0 / 55%);
        pointer-events: auto;
        box-shadow: 0 0 0 1px rgb(0 0 0 / 50%);
        color: #fff;
        transform: translate(-50%, -50%);
      }
      [role='separator']:focus-visible .grip {
        outline: 2px solid var(--vscode-focusBorder);
        outline-offset: 2px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerdown', this.pressed);
    this.addEventListener('pointermove', this.dragged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('pointerdown', this.pressed);
    this.removeEventListener('pointermove', this.dragged);
  }

  override render() {
    const rounded = Math.round(this.position);
    return html`<div
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${l10n.t('Divider between original and reduced picture')}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${rounded}
      aria-valuetext=${l10n.t('{0} % original', rounded)}
      ${cssVariables({ '--position': String(this.position) })}
      @keydown=${this.pressedKey}
    >
      <div class="grip">
        <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5">
          <path d="M6 4L2 8l4 4M10 4l4 4-4 4" />
        </svg>
      </div>
    </div>`;
  }

  private pressed(event: PointerEvent): void {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    this.separator.focus({ preventScroll: true });
    this.setPointerCapture(event.pointerId);
    this.followPointer(event);
  }

  private dragged(event: PointerEvent): void {
    if (this.hasPointerCapture(event.pointerId)) {
      this.followPointer(event);
    }
  }

  private followPointer(event: PointerEvent): void {
    const { left, width } = this.getBoundingClientRect();
    this.moveTo(((event.clientX - left) / width) * 100);
  }

  private pressedKey(event: KeyboardEvent): void {
    const step = event.shiftKey ? 10 * STEP : STEP;
    const targets: Record<string, number> = {
      ArrowLeft: this.position - step,
      ArrowDown: this.position - step,
      ArrowRight: this.position + step,
      ArrowUp: this.position + step,
      Home: 0,
      End: 100,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      this.moveTo(target);
    }
  }

  private moveTo(position: number): void {
    emit(this, 'tessera-divider', Math.min(100, Math.max(0, position)));
  }
}
