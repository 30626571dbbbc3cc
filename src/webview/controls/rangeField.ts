import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { formatNumber, formatPercent } from '../../shared/localization';
import { cssVariables } from '../cssVariables';
import { sharedStyles } from '../sharedStyles';

/** What a range field sends as `slide`; it rests once the pointer or the key lets go. */
export interface Slide {
  value: number;
  isMoving: boolean;
}

/** A slider for a whole number, with the number beside it. */
@customElement('tessera-range-field')
export class RangeField extends LitElement {
  @property() label = '';
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 100;
  /** The number counts something; else it is per cent. */
  @property({ type: Boolean }) isCount = false;
  @property({ type: Boolean }) disabled = false;
  /** The number stands elsewhere. */
  @property({ type: Boolean, reflect: true }) bare = false;

  @query('input') private readonly input!: HTMLInputElement;
  private isKeyDown = false;

  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 40px;
        gap: 8px;
        align-items: center;
        height: 26px;
      }
      :host([bare]) {
        grid-template-columns: minmax(0, 1fr);
      }
      .track {
        position: relative;
        height: 20px;
        --at: calc(6px + var(--fraction) * (100% - 12px));
      }
      .rail,
      .fill {
        position: absolute;
        top: 8px;
        left: 0;
        height: 4px;
        border-radius: 2px;
      }
      .rail {
        right: 0;
        background: color-mix(in srgb, var(--vscode-foreground) 20%, transparent);
        outline: 1px solid var(--vscode-contrastBorder, transparent);
      }
      .fill {
        width: var(--at);
        background: var(--tessera-accent);
      }
      .thumb {
        position: absolute;
        top: 4px;
        left: calc(var(--at) - 6px);
        width: 12px;
        height: 12px;
        border-radius: 50%;
        background: var(--tessera-accent);
        pointer-events: none;
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
      input:focus-visible + .thumb {
        outline: 2px solid var(--vscode-focusBorder);
        outline-offset: 1px;
      }
      :host([disabled]) .track {
        opacity: 0.5;
      }
      :host([disabled]) output {
        color: var(--vscode-descriptionForeground);
      }
      :host([disabled]) input {
        cursor: default;
      }
      output {
        font-variant-numeric: tabular-nums;
        text-align: end;
        white-space: nowrap;
      }
    `,
  ];

  override render() {
    const { value, min, max } = this;
    const text = this.isCount ? formatNumber(value) : formatPercent(value);
    return html`<div class="track" ${cssVariables({ '--fraction': String((value - min) / (max - min)) })}>
        <div class="rail"></div>
        <div class="fill"></div>
        <input
          type="range"
          min=${min}
          max=${max}
          step="1"
          .value=${String(value)}
          ?disabled=${this.disabled}
          aria-label=${this.label}
          aria-valuetext=${text}
          @input=${() => this.send(true)}
          @change=${() => !this.isKeyDown && this.send(false)}
          @keydown=${this.pressedKey}
          @keyup=${this.released}
          @blur=${this.released}
        />
        <div class="thumb"></div>
      </div>
      ${this.bare ? nothing : html`<output>${text}</output>`}`;
  }

  /** A held key changes the value many times; it rests when the key is let go. */
  private pressedKey({ key }: KeyboardEvent): void {
    if (/^(Arrow|Page|Home|End)/.test(key)) this.isKeyDown = true;
  }

  private released(): void {
    if (!this.isKeyDown) return;
    this.isKeyDown = false;
    this.send(false);
  }

  private send(isMoving: boolean): void {
    const detail: Slide = { value: this.input.valueAsNumber, isMoving };
    this.dispatchEvent(new CustomEvent('slide', { detail }));
  }
}
