import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { formatNumber, formatPercent } from '../../shared/localization';
import { cssVariables } from '../cssVariables';
import { sharedStyles } from '../sharedStyles';
import { trackStyles } from './trackStyles';

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
    trackStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 40px;
        gap: 8px;
        align-items: center;
        height: 26px;
        --track: 20px;
        --thumb: 12px;
      }
      :host([bare]) {
        grid-template-columns: minmax(0, 1fr);
      }
      :host([disabled]) .track {
        opacity: 0.5;
      }
      :host([disabled]) output {
        color: var(--vscode-descriptionForeground);
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
