import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../../engine/options';
import type { PaletteMessagePart } from '../../shared/messages';
import { addIcon, closeIcon, eyedropperIcon, resetIcon, sortIcon } from '../icons';
import { emit } from '../pageEvents';
import type { MenuItem, PopupMenu } from '../popupMenu';
import { formatNumber } from '../../shared/localization';
import { colorsText } from '../picture/captions';
import { sharedStyles } from '../sharedStyles';
import type { ColorEditor } from './colorEditor';
import { addColor, lockedCount, recolor, unlockAll, type PaletteEdit } from './paletteEdits';
import { followId, paletteEntries, type PaletteEntry } from './paletteEntries';
import { PALETTE_ORDERS, sortEntries, usualOrder, type PaletteOrder } from '../../shared/paletteOrder';
import { editOf, swatchActions, type SwatchAction } from './swatchActions';
import { choiceDetail, hintDetail, swatchDetail, swatchDetailStyles } from './swatchDetail';
import type { SwatchList, SwatchListEvents } from './swatchList';
import { choose, NOTHING_CHOSEN, followSelection, type SwatchSelection } from './swatchSelection';
import { swatchStyles } from './swatchStyles';
import './colorEditor';
import './paletteFiles';
import './swatchList';
import '../popupMenu';

/** How long the palette says that a color was copied, in ms. */
const COPIED_FOR = 1500;

/** The palette: its colors, what there is to say of them, and everything that can be done with them. */
@customElement('tessera-palette')
export class PaletteView extends LitElement {
  @property({ attribute: false }) palette: PaletteMessagePart | undefined;
  /** The newest ones, which the palette may not have followed yet. */
  @property({ attribute: false }) options: ReduceOptions = DEFAULT_OPTIONS;
  /** Something moves: a long palette waits until it rests. */
  @property({ type: Boolean }) isMoving = false;
  /** The order the person chose, if any. */
  @property({ attribute: false }) order: PaletteOrder | undefined;
  /** Index of the color whose pixels stay highlighted. */
  @property({ attribute: false }) keptColor: number | undefined;
  @property({ type: Boolean }) isPicking = false;

  /** In the order shown. */
  @state() private entries: readonly PaletteEntry[] = [];
  @state() private selection: SwatchSelection = NOTHING_CHOSEN;
  @state() private pointed: string | undefined;
  /** The id of the color that is being recolored, or a new color. */
  @state() private editing: { recolored: string } | { added: string } | undefined;
  @state() private copied: string | undefined;

  @query('tessera-swatch-list') private readonly list!: SwatchList;
  @query('tessera-color-editor') private readonly editor!: ColorEditor | null;
  @query('.context') private readonly contextMenu!: PopupMenu;
  @query('.orders') private readonly orderMenu!: PopupMenu;

  /** What the open context menu is for. */
  private menuFor: readonly PaletteEntry[] = [];
  @state() private menuItems: readonly MenuItem[] = [];
  private forgetting: number | undefined;

  static override readonly styles = [
    sharedStyles,
    swatchStyles,
    swatchDetailStyles,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 24px;
        margin-bottom: 4px;
      }
      header .number {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      header .tools {
        flex: none;
        display: flex;
        align-items: center;
        margin: 0 -4px 0 auto;
      }
      .link {
        padding: 0 4px;
        border: 0;
        border-radius: 4px;
        background: none;
        color: var(--vscode-textLink-foreground);
        font: inherit;
        line-height: 20px;
        white-space: nowrap;
        cursor: pointer;
      }
      .link:hover {
        color: var(--vscode-textLink-activeForeground);
        text-decoration: underline;
      }
      [role='toolbar'] {
        display: flex;
        align-items: center;
        gap: 4px;
        margin: 4px -4px 0;
      }
      .copied {
        margin-left: auto;
        padding-right: 4px;
        overflow: hidden;
        font-size: 12px;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      tessera-color-editor {
        margin-top: 8px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.forgetting);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { palette } = this;
    const isNew = changed.has('palette') || changed.has('options') || changed.has('order');
    if (!isNew && !changed.has('isMoving')) return;
    if (!palette) {
      this.entries = [];
      return;
    }
    if (this.isMoving && palette.shares.length > MOST_WHILE_MOVING && this.entries.length > 0) return;
    const order = this.order ?? usualOrder(palette.shares.length);
    const before = this.entries;
    this.entries = sortEntries(paletteEntries(palette, this.options), order);
    const follow = (id: string) => followId(id, before, this.entries, palette.rgba);
    this.selection = followSelection(this.selection, follow);
    if (this.editing && 'recolored' in this.editing) {
      const recolored = follow(this.editing.recolored);
      this.editing = recolored === undefined ? undefined : { recolored };
    }
  }

  override render() {
    const { entries } = this;
    if (entries.length === 0) {
      return html`<header><h2>${l10n.t('Palette')}</h2></header>
        <p class="muted">${l10n.t('The colors appear here.')}</p>`;
    }
    return html`
      ${this.header()}
      <tessera-swatch-list
        .entries=${entries}
        .chosen=${this.selection.chosen}
        @choose=${this.chose}
        @chooseAll=${() => (this.selection = { chosen: new Set(entries.map(({ id }) => id)), anchor: undefined })}
        @chooseNone=${this.letGo}
        @act=${(event: CustomEvent<SwatchListEvents['act']>) =>
          this.act(event.detail.action, this.targetsOf(event.detail.id, event.detail.action))}
        @point=${this.pointedAt}
        @menu=${this.openContextMenu}
      ></tessera-swatch-list>
      ${this.detail()} ${this.toolbar()} ${this.colorEditor()}
      <tessera-popup-menu
        class="context"
        .label=${l10n.t('Color')}
        .items=${this.menuItems}
        @choose=${({ detail }: CustomEvent<SwatchAction>) => this.act(detail, this.menuFor)}
      ></tessera-popup-menu>
    `;
  }

  private header() {
    const { entries, options } = this;
    const count = entries.length;
    const order = this.order ?? usualOrder(count);
    const countText = colorsText(count);
    const isLocked = lockedCount(options) > 0; // then there is a word more in the line, and little room
    return html`<header>
      <h2>${l10n.t('Palette')}</h2>
      <span class="muted number" title=${countText}>${isLocked ? formatNumber(count) : countText}</span>
      <span class="tools">
        ${
          isLocked
            ? html`<button
                class="link"
                title=${l10n.t('Let all colors change again, and take recolorings back.')}
                @click=${this.unlockedAll}
              >
                ${l10n.t('Unlock all')}
              </button>`
            : nothing
        }
        <button
          class="tool"
          aria-pressed=${this.editing !== undefined && 'added' in this.editing}
          aria-label=${l10n.t('Add a color')}
          title=${l10n.t('Add a color to the palette')}
          @click=${this.toggledAdding}
        >
          ${addIcon}
        </button>
        <button
          class="tool"
          aria-haspopup="menu"
          aria-label=${l10n.t('Sort, now {0}', orderLabel(order))}
          title=${l10n.t('Sort the colors (now {0})', orderLabel(order))}
          @click=${this.openOrderMenu}
        >
          ${sortIcon}
        </button>
        <tessera-palette-files></tessera-palette-files>
      </span>
      <tessera-popup-menu
        class="orders"
        .label=${l10n.t('Sort the colors')}
        .items=${PALETTE_ORDERS.map((id) => ({ id, label: orderLabel(id), isChecked: id === order }))}
        @choose=${({ detail }: CustomEvent<PaletteOrder>) => emit(this, 'tessera-order', detail)}
      ></tessera-popup-menu>
    </header>`;
  }

  private detail() {
    const pointed = this.entries.find(({ id }) => id === this.pointed);
    const chosen = this.chosenEntries();
    const isOneOfSeveral = chosen.length > 1 && this.selection.chosen.has(this.pointed ?? '');
    if (pointed && !isOneOfSeveral) return swatchDetail(pointed);
    if (chosen.length > 1) return choiceDetail(chosen);
    return chosen[0] ? swatchDetail(chosen[0]) : hintDetail();
  }

  private toolbar() {
    const chosen = this.chosenEntries();
    const offered = swatchActions(this.options, this.entries, chosen);
    return html`<div role="toolbar" aria-label=${l10n.t('Edit the chosen colors')}>
      ${offered.map(
        ({ action, label, keys, hint, icon, isDisabled }) =>
          html`<button
            class="tool"
            aria-label=${label}
            aria-disabled=${isDisabled}
            title=${`${label}${keys && ` (${keys})`}\n${hint}`}
            @click=${() => !isDisabled && this.act(action, chosen)}
          >
            ${icon}
          </button>`,
      )}
      <span class="copied muted" role="status"
        >${this.copied === undefined ? nothing : l10n.t('Copied {0}', this.copied)}</span
      >
    </div>`;
  }

  private colorEditor() {
    const { editing } = this;
    if (!editing) return nothing;
    if ('added' in editing) {
      return html`<tessera-color-editor
        .label=${l10n.t('New color')}
        .hex=${editing.added}
        @color=${({ detail }: CustomEvent<{ hex: string }>) => (this.editing = { added: detail.hex })}
        @enter=${this.add}
        @leave=${this.endEditing}
      >
        <button
          class="tool"
          aria-pressed=${this.isPicking}
          aria-label=${l10n.t('Pick a color from the picture')}
          title=${l10n.t('Pick a color from the picture')}
          @click=${() => emit(this, 'tessera-pick', !this.isPicking)}
        >
          ${eyedropperIcon}
        </button>
        <vscode-button @click=${this.add}>${l10n.t('Add')}</vscode-button>
      </tessera-color-editor>`;
    }
    const entry = this.entries.find(({ id }) => id === editing.recolored);
    if (!entry) return nothing;
    return html`<tessera-color-editor
      .label=${l10n.t('New color for {0}', entry.id)}
      .hex=${entry.hex}
      @color=${({ detail }: CustomEvent<{ hex: string; isMoving: boolean }>) =>
        this.change(recolor(this.options, entry, detail.hex), detail.isMoving)}
      @enter=${this.endEditing}
      @leave=${this.endEditing}
    >
      ${
        entry.isRecolored
          ? html`<button
              class="tool"
              aria-label=${l10n.t('Restore {0}', entry.id)}
              title=${l10n.t('Restore {0}', entry.id)}
              @click=${() => this.act('restore', [entry])}
            >
              ${resetIcon}
            </button>`
          : nothing
      }
      <button class="tool" aria-label=${l10n.t('Done')} title=${l10n.t('Done')} @click=${this.endEditing}>
        ${closeIcon}
      </button>
    </tessera-color-editor>`;
  }

  private chosenEntries(): PaletteEntry[] {
    return this.entries.filter(({ id }) => this.selection.chosen.has(id));
  }

  /** All chosen colors when it is one of them, else the color alone. What is for one color is for that one. */
  private targetsOf(id: string, action?: SwatchAction): PaletteEntry[] {
    const isForOne = action === 'copy' || action === 'recolor';
    if (!isForOne && this.selection.chosen.has(id)) return this.chosenEntries();
    return this.entries.filter((entry) => entry.id === id);
  }

  private change(edit: PaletteEdit | undefined, isMoving = false): void {
    if (edit) emit(this, 'tessera-change', { options: edit, isMoving });
  }

  private act(action: SwatchAction, targets: readonly PaletteEntry[]): void {
    const [first] = targets;
    if (!first) return;
    if (action === 'copy') {
      this.copy(first.hex);
    } else if (action === 'recolor') {
      this.edit({ recolored: first.id });
    } else {
      const areLocked = action === 'lock' && targets.every(({ isLocked }) => isLocked);
      this.change(editOf(areLocked ? 'unlock' : action, this.options, this.entries, targets));
    }
  }

  private chose({ detail: { id, how } }: CustomEvent<SwatchListEvents['choose']>): void {
    const ids = this.entries.map((entry) => entry.id);
    this.selection = choose(this.selection, ids, id, how);
    const { chosen } = this.selection;
    if (this.editing && 'recolored' in this.editing && !chosen.has(this.editing.recolored)) {
      this.editing = undefined; // about another color
    }
    // One chosen color is highlighted in the picture for as long as it is chosen.
    const alone = chosen.size === 1 ? this.entries.find((entry) => chosen.has(entry.id)) : undefined;
    this.highlight(alone?.index);
  }

  private letGo(): void {
    this.selection = NOTHING_CHOSEN;
    this.highlight(undefined);
  }

  private highlight(index: number | undefined): void {
    if (index === this.keptColor) return;
    // What is kept is let go by its own index.
    emit(this, 'tessera-highlight', { index: index ?? this.keptColor, isKept: true });
  }

  private pointedAt({ detail: id }: CustomEvent<SwatchListEvents['point']>): void {
    this.pointed = id;
    const index = this.entries.find((entry) => entry.id === id)?.index;
    emit(this, 'tessera-highlight', { index, isKept: false });
  }

  private openContextMenu({ detail: { id, ...at } }: CustomEvent<SwatchListEvents['menu']>): void {
    this.menuFor = this.targetsOf(id);
    this.menuItems = swatchActions(this.options, this.entries, this.menuFor).map(
      ({ action, label, keys, isDisabled }) => ({ id: action, label, keys, isDisabled }),
    );
    void this.updateComplete.then(() => this.contextMenu.open(at));
  }

  /** The button goes with it, and should not take the focus along. */
  private unlockedAll(): void {
    this.change(unlockAll(this.options));
    this.list.focus();
  }

  private openOrderMenu(event: Event): void {
    if (!(event.currentTarget instanceof Element)) return;
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    void this.orderMenu.open({ x: left, y: bottom });
  }

  private toggledAdding(): void {
    if (this.editing && 'added' in this.editing) this.endEditing();
    else this.edit({ added: this.chosenEntries()[0]?.hex ?? '#3a7bd5' });
  }

  private edit(editing: NonNullable<PaletteView['editing']>): void {
    this.editing = editing;
    // Among pixels that are dimmed nobody could judge a color.
    if ('recolored' in editing) this.highlight(undefined);
    void this.updateComplete.then(() => this.editor?.focus());
  }

  private endEditing(): void {
    this.editing = undefined;
    if (this.isPicking) emit(this, 'tessera-pick', false);
    this.list.focus();
  }

  private add(): void {
    if (!this.editing || !('added' in this.editing)) return;
    this.change(addColor(this.options, this.editing.added));
    this.endEditing();
  }

  private copy(hex: string): void {
    this.copied = hex;
    emit(this, 'tessera-copy', hex);
    window.clearTimeout(this.forgetting);
    this.forgetting = window.setTimeout(() => (this.copied = undefined), COPIED_FOR);
  }
}

/** A longer palette takes more than a frame to show. */
const MOST_WHILE_MOVING = 256;

function orderLabel(order: PaletteOrder): string {
  switch (order) {
    case 'share':
      return l10n.t('by share');
    case 'hue':
      return l10n.t('by hue');
    case 'luminance':
      return l10n.t('by luminance');
    case 'file':
      return l10n.t('as in the file');
  }
}
