import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { K_MAX_INDEXED, K_MIN } from '../../engine/options';
import { cssVariables } from '../cssVariables';
import { fractionOfK, kAtFraction, TICKS } from './kScale';
import { trackStyles } from './trackStyles';
import { mark } from '../marks';
import { emit } from '../pageEvents';
import { sharedStyles } from '../sharedStyles';

/** Half the thumb's width: the track's ends stand this far inside. */
const INSET = 8;

/**
 * The slider for the number of colors. A native range input, whose value is k, takes focus, keys and assistive
 * technology; the pointer and the drawing use the logarithmic scale, which a native slider does not have.
 */
@customElement('tessera-k-slider')
export class KSlider extends LitElement {
  @property({ type: Number }) k = K_MIN;
  /** No fewer colors than this can be chosen, though the scale begins at `K_MIN`. */
  @property({ type: Number }) least = K_MIN;
  @property({ type: Boolean }) disabled = false;

  @query('input') private readonly input!: HTMLInputElement;

  /** Held by the pointer or by a key: what changes meanwhile is still moving. */
  private isHeld = false;

  static override readonly styles = [
    sharedStyles,
    trackStyles,
    css`
      :host {
        --track: 24px;
        --thumb: 16px;
      }
      .thumb {
        border: 2px solid var(--vscode-sideBar-background);
      }
      input {
        touch-action: none;
      }
      .fill:has(~ input:disabled),
      input:disabled ~ .thumb {
        background: var(--vscode-disabledForeground, var(--vscode-descriptionForeground));
      }
      .ticks {
        position: relative;
        height: 20px;
        margin: 0 8px;
      }
      .ticks button {
        position: absolute;
        left: calc(var(--fraction) * 100%);
        width: 28px;
        height: 20px;
        margin-left: -14px;
        padding: 0;
        border: 0;
        border-radius: 4px;
        background: none;
        color: var(--vscode-descriptionForeground);
        font: inherit;
        font-size: 11px;
        font-variant-numeric: tabular-nums;
        text-align: center;
        cursor: pointer;
      }
      .ticks button:hover:enabled {
        background: var(--vscode-toolbar-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        color: var(--vscode-foreground);
      }
      .ticks button[data-current] {
        color: var(--vscode-foreground);
        font-weight: 600;
      }
      .ticks button:disabled {
        cursor: default;
        opacity: 0.5;
      }
      /* The last labels have three digits and would stick out of the panel. */
      .ticks button:last-child {
        margin-left: -18px;
      }
    `,
  ];

  override render() {
    const { k, disabled } = this;
    return html`
      <div class="track" ${cssVariables({ '--fraction': String(fractionOfK(k)) })}>
        <div class="rail"></div>
        <div class="fill"></div>
        <input
          type="range"
          min=${Math.min(this.least, K_MAX_INDEXED)}
          max=${K_MAX_INDEXED}
          step="1"
          .value=${String(k)}
          ?disabled=${disabled}
          aria-label=${l10n.t('Number of colors')}
          aria-valuetext=${l10n.t('{0} colors', k)}
          @input=${this.moved}
          @change=${this.settled}
          @keydown=${this.pressedKey}
          @keyup=${this.released}
          @blur=${this.released}
          @pointerdown=${this.pressed}
          @pointermove=${this.dragged}
          @pointerup=${this.released}
          @pointercancel=${this.released}
          @touchstart=${cancel}
        />
        <div class="thumb"></div>
      </div>
      <div class="ticks" aria-hidden="true">
        ${TICKS.map(
          (tick) =>
            html`<button
              tabindex="-1"
              ?data-current=${tick === k}
              ?disabled=${disabled || tick < this.least}
              ${cssVariables({ '--fraction': String(fractionOfK(tick)) })}
              @click=${() => this.jumped(tick)}
            >
              ${tick}
            </button>`,
        )}
      </div>
    `;
  }

  private moved(): void {
    mark('tessera:slider');
    emit(this, 'tessera-change', { options: { k: this.input.valueAsNumber }, isMoving: true });
  }

  /** A held arrow key changes the value many times; it has settled when the key is let go. */
  private settled(): void {
    if (!this.isHeld) {
      this.settle();
    }
  }

  private settle(): void {
    emit(this, 'tessera-change', { options: { k: this.input.valueAsNumber }, isMoving: false });
  }

  private jumped(k: number): void {
    mark('tessera:slider');
    emit(this, 'tessera-change', { options: { k }, isMoving: false });
  }

  private pressedKey(event: KeyboardEvent): void {
    if (!/^(Arrow|Page|Home|End)/.test(event.key)) {
      return;
    }
    this.isHeld = true;
    // A page is one step of the scale, twice or half the colors, where the browser would go a tenth of the way.
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      this.setValue(event.key === 'PageUp' ? this.k * 2 : Math.round(this.k / 2));
    }
  }

  private pressed(event: PointerEvent): void {
    if (event.button !== 0 || this.disabled) {
      return;
    }
    // Keeps the browser from moving the thumb by its own, linear scale.
    event.preventDefault();
    this.input.focus({ preventScroll: true });
    this.input.setPointerCapture(event.pointerId);
    this.isHeld = true;
    this.followPointer(event);
  }

  private dragged(event: PointerEvent): void {
    if (this.input.hasPointerCapture(event.pointerId)) {
      this.followPointer(event);
    }
  }

  private followPointer(event: PointerEvent): void {
    const { left, width } = this.input.getBoundingClientRect();
    this.setValue(kAtFraction((event.clientX - left - INSET) / (width - 2 * INSET)));
  }

  private setValue(asked: number): void {
    const k = Math.max(asked, this.least);
    if (this.input.valueAsNumber !== k) {
      this.input.value = String(k);
      this.moved();
    }
  }

  private released(): void {
    if (this.isHeld) {
      this.isHeld = false;
      this.settle();
    }
  }
}

function cancel(event: Event): void {
  event.preventDefault();
}
