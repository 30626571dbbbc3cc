import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatPercent } from '../../shared/localization';
import { fitIcon, holdIcon, zoomInIcon, zoomOutIcon } from '../icons';
import { emit } from '../pageEvents';
import { sharedStyles } from '../sharedStyles';
import { BACKGROUNDS, type Background } from '../viewMemory';
import type { PixelReadout } from './pixelReadout';
import './readoutLine';

function backgroundName(background: Background): string {
  switch (background) {
    case 'checkerboard':
      return l10n.t('Checkerboard');
    case 'black':
      return l10n.t('Black');
    case 'white':
      return l10n.t('White');
    case 'theme':
      return l10n.t('Theme color');
  }
}

/** The line under the pictures: what is read from them, what stands behind them, and how large they are. */
@customElement('tessera-stage-bar')
export class StageBar extends LitElement {
  @property({ attribute: false }) readout: PixelReadout | undefined;
  @property({ type: Boolean }) isReadoutSpoken = false;
  @property({ type: Boolean }) isPicking = false;
  /** The palette's color that was clicked to see its pixels alone, as it is written. */
  @property() keptColor: string | undefined;
  /** CSS pixels to a source pixel. */
  @property({ type: Number }) scale = 1;
  @property({ type: Boolean }) isFit = true;
  @property() background: Background = 'checkerboard';
  /** Something can be seen through the picture. */
  @property({ type: Boolean }) hasAlpha = false;
  /** There are two pictures, so that one can be held against the other. */
  @property({ type: Boolean }) canHold = false;
  @property({ type: Boolean }) isHeld = false;

  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
      }
      tessera-readout {
        flex: 1 1 300px;
      }
      .tools {
        display: flex;
        flex: none;
        align-items: center;
        gap: 2px;
        margin-left: auto;
      }
      button {
        display: grid;
        place-items: center;
        min-width: 24px;
        height: 24px;
        padding: 0 3px;
        border: 1px solid transparent;
        border-radius: 4px;
        background: none;
        color: inherit;
        font: inherit;
        font-size: 12px;
        cursor: pointer;
        touch-action: none;
      }
      button:hover {
        background: var(--vscode-toolbar-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      button[aria-pressed='true'] {
        border-color: var(--vscode-inputOption-activeBorder, var(--vscode-contrastBorder, transparent));
        background: var(--vscode-inputOption-activeBackground);
        color: var(--vscode-inputOption-activeForeground);
      }
      .percent {
        min-width: 52px;
        font-variant-numeric: tabular-nums;
      }
      select {
        height: 24px;
        margin-right: 8px;
        border: 1px solid var(--vscode-dropdown-border, transparent);
        border-radius: 4px;
        background: var(--vscode-dropdown-background);
        color: var(--vscode-dropdown-foreground);
        font: inherit;
        font-size: 12px;
      }
      select:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
      }
    `,
  ];

  override render() {
    return html`
      <tessera-readout
        .readout=${this.readout}
        ?isSpoken=${this.isReadoutSpoken}
        ?isPicking=${this.isPicking}
        .keptColor=${this.keptColor}
      ></tessera-readout>
      <div class="tools" role="toolbar" aria-label=${l10n.t('Picture')}>
        ${this.hasAlpha ? this.backgroundMenu() : nothing} ${this.canHold ? this.holdButton() : nothing}
        ${this.zoomButton('out', l10n.t('Zoom out (−)'), zoomOutIcon)}
        <button
          class="percent"
          title=${l10n.t('Show at 100 % (1)')}
          aria-label=${l10n.t('Zoom {0}, show at 100 %', percent(this.scale))}
          @click=${() => emit(this, 'tessera-zoom-command', 'actual')}
        >
          ${percent(this.scale)}
        </button>
        ${this.zoomButton('in', l10n.t('Zoom in (+)'), zoomInIcon)}
        ${this.zoomButton('fit', l10n.t('Show the whole picture (0)'), fitIcon, this.isFit)}
      </div>
    `;
  }

  private zoomButton(to: 'in' | 'out' | 'fit', title: string, icon: unknown, isPressed?: boolean) {
    return html`<button
      title=${title}
      aria-label=${title}
      aria-pressed=${isPressed ?? nothing}
      @click=${() => emit(this, 'tessera-zoom-command', to)}
    >
      ${icon}
    </button>`;
  }

  private holdButton() {
    const title = l10n.t('Hold to see the other picture (C)');
    const hold = (isHeld: boolean) => () => emit(this, 'tessera-hold', isHeld);
    return html`<button
      title=${title}
      aria-label=${title}
      aria-pressed=${this.isHeld}
      @pointerdown=${(event: PointerEvent) => {
        if (event.button !== 0) return;
        if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
        emit(this, 'tessera-hold', true);
      }}
      @pointerup=${hold(false)}
      @pointercancel=${hold(false)}
      @blur=${hold(false)}
      @keydown=${(event: KeyboardEvent) => {
        if (isPress(event)) emit(this, 'tessera-hold', true);
      }}
      @keyup=${(event: KeyboardEvent) => {
        if (isPress(event)) emit(this, 'tessera-hold', false);
      }}
    >
      ${holdIcon}
    </button>`;
  }

  private backgroundMenu() {
    return html`<select
      title=${l10n.t('Behind transparent pixels')}
      aria-label=${l10n.t('Behind transparent pixels')}
      @change=${({ currentTarget }: Event) => {
        const chosen = BACKGROUNDS.find(
          (each) => currentTarget instanceof HTMLSelectElement && each === currentTarget.value,
        );
        if (chosen) emit(this, 'tessera-background', chosen);
      }}
    >
      ${BACKGROUNDS.map(
        (each) =>
          html`<option value=${each} ?selected=${each === this.background}>${backgroundName(each)}</option>`,
      )}
    </select>`;
  }
}

function isPress({ key }: KeyboardEvent): boolean {
  return key === ' ' || key === 'Enter';
}

/** `66 %`; below 10 % with a decimal, for steps to be seen. */
export function percent(scale: number): string {
  const value = 100 * scale;
  return formatPercent(value, value < 10 ? 1 : 0);
}
