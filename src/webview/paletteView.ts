import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { PaletteMessagePart } from '../shared/messages';
import { formatShare, type ShownColor } from './colorText';
import { cssVariables } from './cssVariables';
import { emit } from './pageEvents';
import { shownPalette, type ShownPalette } from './paletteOrder';
import { sharedStyles } from './sharedStyles';

/** How long a swatch says that it was copied, in ms. */
const COPIED_FOR = 1500;

/**
 * The palette as swatches: few as a list with hex and share, many as a grid with the same under it for the one that is
 * pointed at. A click copies. One tab stop for all; arrow keys go through them.
 */
@customElement('tessera-palette')
export class PaletteView extends LitElement {
  @property({ attribute: false }) palette: PaletteMessagePart | undefined;

  @state() private copied: string | undefined;
  /** The swatch that is pointed at or focused, by its place. */
  @state() private pointed: number | undefined;
  /** The swatch that Tab reaches. */
  @state() private current = 0;

  private shown: ShownPalette = { layout: 'list', colors: [], leftOut: 0 };
  private forgetting: number | undefined;

  static override readonly styles = [
    sharedStyles,
    css`
      header {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        margin-bottom: 4px;
      }
      button {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .swatch {
        border: 1px solid color-mix(in srgb, var(--vscode-foreground) 30%, transparent);
        background:
          linear-gradient(var(--color), var(--color)),
          repeating-conic-gradient(#c4c4c4 0 25%, #f0f0f0 0 50%) 0 0 / 8px 8px;
      }
      .list {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(124px, 1fr));
        gap: 0 8px;
        margin: 0 -4px;
      }
      .list button {
        display: flex;
        align-items: center;
        gap: 8px;
        height: 24px;
        padding: 0 4px;
        border-radius: 4px;
        font-size: 12px;
        white-space: nowrap;
      }
      .list button:hover {
        background: var(--vscode-list-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      .list .swatch {
        flex: none;
        width: 16px;
        height: 16px;
        border-radius: 4px;
      }
      /* Eight digits where a color is not opaque: the same two columns, closer. */
      .list.translucent button {
        gap: 4px;
        font-size: 11px;
      }
      .hex {
        overflow: hidden;
        text-overflow: ellipsis;
        font-family: var(--vscode-editor-font-family, monospace);
      }
      .share {
        margin-left: auto;
        color: var(--vscode-descriptionForeground);
        font-size: 11px;
        font-variant-numeric: tabular-nums;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(24px, 1fr));
        gap: 2px;
      }
      .grid.dense {
        grid-template-columns: repeat(auto-fill, minmax(15px, 1fr));
        gap: 1px;
      }
      .grid .swatch {
        aspect-ratio: 1;
        border-radius: 2px;
      }
      .grid.dense .swatch {
        border: 0;
        border-radius: 0;
      }
      .grid .swatch:hover,
      .grid .swatch:focus-visible {
        z-index: 1;
        outline: 2px solid var(--vscode-focusBorder);
        outline-offset: 1px;
      }
      .detail {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 20px;
        margin-top: 4px;
        font-size: 12px;
      }
      .detail .swatch {
        width: 16px;
        height: 16px;
        border-radius: 4px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.forgetting);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('palette') && this.palette) {
      this.shown = shownPalette(this.palette);
      this.current = Math.min(this.current, this.shown.colors.length - 1);
    }
  }

  override render() {
    const { colors, layout, leftOut } = this.shown;
    if (!this.palette || colors.length === 0) {
      return html`<header><h2>Palette</h2></header>
        <p class="muted">The colors appear here.</p>`;
    }
    const total = colors.length + leftOut;
    return html`
      <header>
        <h2>Palette</h2>
        <span class="muted number"
          >${leftOut > 0 ? `${colors.length} most used of ` : ''}${total.toLocaleString('en-US')}
          ${total === 1 ? 'color' : 'colors'}</span
        >
      </header>
      <div
        class=${classMap({
          [layout]: true,
          dense: colors.length > 64,
          translucent: colors.some(({ hex }) => hex.length > 7),
        })}
        role="toolbar"
        aria-label="Palette, click a color to copy it"
        @keydown=${this.pressedKey}
        @pointerleave=${() => (this.pointed = undefined)}
        @focusout=${() => (this.pointed = undefined)}
      >
        ${colors.map((color, index) =>
          layout === 'list' ? this.listItem(color, index) : this.gridItem(color, index),
        )}
      </div>
      ${layout === 'grid' ? this.detail() : nothing}
    `;
  }

  private listItem(color: ShownColor, index: number) {
    return html`<button
      tabindex=${index === this.current ? 0 : -1}
      title="Copy ${color.hex}"
      aria-label=${label(color)}
      @click=${() => this.copy(color, index)}
    >
      <span class="swatch" ${cssVariables({ '--color': color.hex })}></span>
      <span class="hex">${color.hex}</span>
      <span class="share">${this.copied === color.hex ? 'Copied' : formatShare(color.share)}</span>
    </button>`;
  }

  private gridItem(color: ShownColor, index: number) {
    return html`<button
      class="swatch"
      tabindex=${index === this.current ? 0 : -1}
      aria-label=${label(color)}
      ${cssVariables({ '--color': color.hex })}
      @click=${() => this.copy(color, index)}
      @pointerenter=${() => (this.pointed = index)}
      @focus=${() => (this.pointed = index)}
    ></button>`;
  }

  private detail() {
    const color = this.pointed === undefined ? undefined : this.shown.colors[this.pointed];
    if (!color) {
      return html`<p class="detail muted">
        ${this.copied === undefined ? 'Point at a color to see it, click to copy.' : `Copied ${this.copied}`}
      </p>`;
    }
    return html`<p class="detail">
      <span class="swatch" ${cssVariables({ '--color': color.hex })}></span>
      <span class="hex">${color.hex}</span>
      <span class="share">${this.copied === color.hex ? 'Copied' : formatShare(color.share)}</span>
    </p>`;
  }

  private copy(color: ShownColor, index: number): void {
    this.current = index;
    this.copied = color.hex;
    emit(this, 'tessera-copy', color.hex);
    window.clearTimeout(this.forgetting);
    this.forgetting = window.setTimeout(() => (this.copied = undefined), COPIED_FOR);
  }

  private pressedKey(event: KeyboardEvent): void {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=toolbar] button')];
    // How many stand in a row depends on the width: count those at the height of the first.
    const columns = buttons.filter((button) => button.offsetTop === buttons[0]?.offsetTop).length;
    const targets: Record<string, number> = {
      ArrowLeft: this.current - 1,
      ArrowRight: this.current + 1,
      ArrowUp: this.current - columns,
      ArrowDown: this.current + columns,
      Home: 0,
      End: buttons.length - 1,
    };
    const target = targets[event.key];
    const button = target === undefined ? undefined : buttons[target];
    if (target !== undefined) {
      event.preventDefault();
    }
    if (target !== undefined && button) {
      this.current = target;
      button.focus();
    }
  }
}

function label(color: ShownColor): string {
  return `${color.hex}, ${formatShare(color.share)} of pixels`;
}
