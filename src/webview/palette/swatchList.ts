import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { formatShare, spokenShare } from '../colorText';
import { cssVariables } from '../cssVariables';
import { copyIcon, lockIcon, unlockIcon } from '../icons';
import { sharedStyles } from '../sharedStyles';
import { colorName } from './colorNames';
import type { PaletteEntry } from './paletteEntries';
import { LIST_MAX } from './paletteOrder';
import type { SwatchAction } from './swatchActions';
import type { Choosing } from './swatchSelection';
import { swatchListStyles, swatchStyles } from './swatchStyles';
import { textContrast } from './textContrast';

/** What a person does with the list; `id` is a color's. Not heard outside of the palette. */
export interface SwatchListEvents {
  choose: { id: string; how: Choosing };
  chooseAll: undefined;
  chooseNone: undefined;
  act: { id: string; action: SwatchAction };
  /** Pointed at by the mouse or reached by the keyboard; nothing any more. */
  point: string | undefined;
  /** Where its menu is to open. */
  menu: { id: string; x: number; y: number };
}

const KEYS_OF_ACTIONS: Record<string, SwatchAction> = {
  l: 'lock',
  r: 'recolor',
  m: 'merge',
  Delete: 'remove',
  Backspace: 'remove',
};

/**
 * The colors of a palette as a listbox: few in a list with hex, share and name, many in a grid. One tab stop; arrow
 * keys go through them. Events are heard once for all, as there may be thousands of colors.
 */
@customElement('tessera-swatch-list')
export class SwatchList extends LitElement {
  /** In the order shown. */
  @property({ attribute: false }) entries: readonly PaletteEntry[] = [];
  /** Ids. */
  @property({ attribute: false }) chosen: ReadonlySet<string> = new Set();

  /** The color that Tab reaches, by its id; it stays the same one when the palette changes around it. */
  @state() private current: string | undefined;

  private place = 0;
  private pointed: string | undefined;

  static override readonly styles = [
    sharedStyles,
    swatchStyles,
    swatchListStyles,
    css`
      :host {
        min-width: 0;
      }
    `,
  ];

  override focus(): void {
    this.options()[this.place]?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entries') || !this.current) {
      const found = this.entries.findIndex(({ id }) => id === this.current);
      this.place = found >= 0 ? found : Math.max(0, Math.min(this.place, this.entries.length - 1));
      this.current = this.entries[this.place]?.id;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The element with the focus may now stand for another color.
    const focused = this.shadowRoot?.activeElement;
    if (changed.has('entries') && focused && focused !== this.options()[this.place]) this.focus();
  }

  override render() {
    const { entries } = this;
    const isList = entries.length <= LIST_MAX;
    const classes = {
      list: isList,
      grid: !isList,
      dense: entries.length > 64 && entries.length <= 256,
      tiny: entries.length > 256,
      translucent: entries.some(({ hex }) => hex.length > 7),
    };
    return html`<div
      class=${classMap(classes)}
      role="listbox"
      aria-multiselectable="true"
      aria-label=${l10n.t('Palette')}
      @click=${this.clicked}
      @dblclick=${this.doubleClicked}
      @contextmenu=${this.askedMenu}
      @keydown=${this.pressedKey}
      @pointerover=${this.pointedAt}
      @pointerleave=${() => this.point(undefined)}
      @focusin=${this.focused}
      @focusout=${() => this.point(undefined)}
    >
      ${entries.map((entry) => (isList ? this.listItem(entry) : this.gridItem(entry)))}
    </div>`;
  }

  private listItem(entry: PaletteEntry) {
    const { id, hex, share, isLocked } = entry;
    const lockLabel = isLocked ? l10n.t('Unlock') : l10n.t('Lock');
    // The quick buttons are for the mouse; the keyboard has its keys.
    return html`<div
      role="option"
      data-id=${id}
      tabindex=${id === this.current ? 0 : -1}
      aria-selected=${this.chosen.has(id)}
      aria-label=${spokenEntry(entry)}
    >
      <span class="swatch" ${cssVariables({ '--color': hex, '--mark': textContrast(hex).text })}
        >${isLocked ? lockIcon : nothing}</span
      >
      <span class="text">
        <span class="hex">${hex}</span>
        <span class="name">${colorName(hex)}</span>
        <span class="share">${formatShare(share)}</span>
      </span>
      <span class="quick" aria-hidden="true">
        <span class="tool" data-action=${isLocked ? 'unlock' : 'lock'} title=${lockLabel}
          >${isLocked ? unlockIcon : lockIcon}</span
        >
        <span class="tool" data-action="copy" title=${l10n.t('Copy {0}', hex)}>${copyIcon}</span>
      </span>
    </div>`;
  }

  private gridItem(entry: PaletteEntry) {
    const { id, hex, isLocked } = entry;
    const mark = isLocked ? textContrast(hex).text : '';
    return html`<div
      class=${isLocked ? 'swatch locked' : 'swatch'}
      role="option"
      data-id=${id}
      tabindex=${id === this.current ? 0 : -1}
      aria-selected=${this.chosen.has(id)}
      aria-label=${spokenEntry(entry)}
      ${cssVariables({ '--color': hex, '--mark': mark })}
    ></div>`;
  }

  private options(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=option]')];
  }

  private send<Name extends keyof SwatchListEvents>(name: Name, detail: SwatchListEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private point(id: string | undefined): void {
    if (id !== this.pointed) {
      this.pointed = id;
      this.send('point', id);
    }
  }

  private pointedAt(event: PointerEvent): void {
    this.point(idOf(event));
  }

  private focused(event: FocusEvent): void {
    const id = idOf(event);
    if (id === undefined) return;
    this.goTo(this.entries.findIndex((entry) => entry.id === id));
    if (event.target instanceof HTMLElement && event.target.matches(':focus-visible')) this.point(id);
  }

  private goTo(place: number): void {
    this.place = place;
    this.current = this.entries[place]?.id;
  }

  private clicked(event: MouseEvent): void {
    const id = idOf(event);
    if (id === undefined) return;
    const action = event.target instanceof Element && event.target.closest<HTMLElement>('[data-action]');
    if (action) {
      this.send('act', { id, action: action.dataset.action === 'copy' ? 'copy' : 'lock' });
    } else if (event.detail < 2) {
      // The second click of a double click, which copies, would take the choice back.
      this.send('choose', { id, how: choosingOf(event) });
    }
  }

  private doubleClicked(event: MouseEvent): void {
    const id = idOf(event);
    const isAction = event.target instanceof Element && event.target.closest('[data-action]');
    if (id !== undefined && !isAction) this.send('act', { id, action: 'copy' });
  }

  private askedMenu(event: MouseEvent): void {
    const id = idOf(event);
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const option = this.options()[this.entries.findIndex((entry) => entry.id === id)];
    const isByKey = event.button !== 2;
    const box = option?.getBoundingClientRect();
    const at = isByKey && box ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY };
    option?.focus();
    this.send('menu', { id, ...at });
  }

  private pressedKey(event: KeyboardEvent): void {
    const id = this.current;
    if (id === undefined || this.moved(event)) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const action = KEYS_OF_ACTIONS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (event.key === ' ') this.send('choose', { id, how: event.shiftKey ? 'range' : 'toggle' });
    else if (event.key === 'Enter') this.send('choose', { id, how: 'only' });
    else if (event.key === 'Escape') this.send('chooseNone', undefined);
    else if (isCommand && event.key.toLowerCase() === 'a') {
      // VS Code, which hears keys at the window, would select the page's text and put the focus into a text field.
      event.stopPropagation();
      this.send('chooseAll', undefined);
    } else if (isCommand && event.key.toLowerCase() === 'c') this.send('act', { id, action: 'copy' });
    else if (action && !isCommand && !event.altKey) this.send('act', { id, action });
    else return;
    event.preventDefault();
  }

  /** Whether the key was one that goes to another color. */
  private moved(event: KeyboardEvent): boolean {
    const { place } = this;
    const options = this.options();
    // How many stand in a row depends on the width: count those at the height of the first.
    const columns = () => options.filter((option) => option.offsetTop === options[0]?.offsetTop).length;
    const targets: Record<string, () => number> = {
      ArrowLeft: () => place - 1,
      ArrowRight: () => place + 1,
      ArrowUp: () => place - columns(),
      ArrowDown: () => place + columns(),
      Home: () => 0,
      End: () => options.length - 1,
    };
    const target = targets[event.key]?.();
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
    event.preventDefault();
    const entry = this.entries[target];
    if (entry) {
      if (event.shiftKey && this.chosen.size === 0 && this.current !== undefined) {
        this.send('choose', { id: this.current, how: 'only' });
      }
      options[target]?.focus();
      if (event.shiftKey) this.send('choose', { id: entry.id, how: 'range' });
    }
    return true;
  }
}

/** “#3a7bd5, Steel Blue, 12 percent, locked” */
export function spokenEntry({ hex, share, isLocked, isRecolored, sources }: PaletteEntry): string {
  return [
    hex,
    colorName(hex),
    spokenShare(share),
    ...(isLocked ? [l10n.t('locked')] : []),
    ...(isRecolored ? [l10n.t('recolored from {0}', sources[0] ?? '')] : []),
  ].join(', ');
}

function choosingOf({ shiftKey, ctrlKey, metaKey }: MouseEvent): Choosing {
  return shiftKey ? 'range' : ctrlKey || metaKey ? 'toggle' : 'only';
}

function idOf(event: Event): string | undefined {
  const { target } = event;
  return target instanceof Element ? target.closest<HTMLElement>('[role=option]')?.dataset.id : undefined;
}
