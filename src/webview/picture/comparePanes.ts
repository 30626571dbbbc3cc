import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { ComparedMessage } from '../../shared/messages';
import { cssVariables } from '../cssVariables';
import { mark } from '../marks';
import { emit, type ZoomCommand } from '../pageEvents';
import { checkerboard, sharedStyles } from '../sharedStyles';
import { colorCountOf, type Reduced } from '../state';
import type { Background, ViewMode } from '../viewMemory';
import { colorsText, differenceLegend, takeButton } from './captions';
import { comparePanesStyles } from './comparePanesStyles';
import { ExactPicture } from './exactPicture';
import { PaintPace } from './paintPace';
import { arrangePanes, panesOf, type Layer, type PaneContent, type PaneGrid } from './paneLayout';
import { PictureLevels } from './pictureLevels';
import { readPixel, type PixelReadout } from './pixelReadout';
import {
  isPixelated,
  placementOf,
  revealing,
  scaledTo,
  sourcePixelAt,
  zoomOf,
  type Placement,
  type Point,
  type Size,
  type Zoom,
} from './placement';
import { stageCommand, takesText, type StageCommand } from './stageKeys';
import { StagePainter, type Pictures } from './stagePainter';
import { boxInPane, coveredBox, MOST_PIXELS, regionOf, sameRegion, type Region } from './visibleRegion';
import { ZoomGestures } from './zoomGestures';
import './pictureDivider';
import './stageBar';

/** A press on + or − changes the scale by this factor. */
const ZOOM_STEP = Math.SQRT2;
/** How far an arrow key moves the picture (CSS pixels) or the crosshair (source pixels), and with Shift. */
const PAN = { slow: 64, fast: 256 };
const CROSSHAIR = { slow: 1, fast: 10 };
/** The crosshair's ring is no smaller than this, CSS pixels. */
const LEAST_RING = 9;

interface Layout {
  panes: PaneContent[];
  grid: PaneGrid;
  placement: Placement;
}

/** The pixel that is read, and with what it is pointed at. */
interface Cursor {
  pixel: Point;
  by: 'pointer' | 'keys';
}

/** Original and reduced picture, compared in one of several views that zoom and move in step. */
@customElement('tessera-compare-panes')
export class ComparePanes extends LitElement {
  /** The decoded original; without it only exact results can be shown. */
  @property({ attribute: false }) original: ImageBitmap | undefined;
  /** The browser cannot decode the original, which the caption then says. */
  @property({ type: Boolean }) isOriginalMissing = false;
  @property({ attribute: false }) picture: Size | undefined;
  @property({ type: Boolean }) hasAlpha = false;
  @property({ attribute: false }) reduced: Reduced | undefined;
  @property() view: ViewMode = 'divider';
  @property({ type: Number }) divider = 50;
  @property() background: Background = 'checkerboard';
  @property({ attribute: false }) zoom: Zoom = 'fit';
  /** The number of colors asked for, and those that the four-up view compares. */
  @property({ type: Number }) k = 0;
  @property({ attribute: false }) comparedKs: readonly number[] = [];
  @property({ attribute: false }) compared: ReadonlyMap<number, ComparedMessage> = new Map();
  /** The palette color whose pixels are shown among dimmed ones. */
  @property({ type: Number }) highlighted: number | undefined;
  /** A click takes the color under it. */
  @property({ type: Boolean }) isPicking = false;

  @state() private stage: Size = { width: 0, height: 0 };
  @state() private isHeld = false;
  @state() private cursor: Cursor | undefined;
  /** The pane under the pointer. */
  @state() private pointed: number | undefined;

  @query('.stage') private readonly stageElement!: HTMLElement;

  private layout: Layout | undefined;
  private region: Region | undefined;
  private readout: PixelReadout | undefined;
  private levels: PictureLevels | undefined;
  private readonly exact = new ExactPicture(() => this.requestUpdate());
  private readonly painter = new StagePainter();
  private readonly pace = new PaintPace(() => this.requestUpdate());
  private readonly gestures = new ZoomGestures(
    () =>
      this.layout &&
      this.picture && { picture: this.picture, pane: this.layout.grid.pane, isPicking: this.isPicking },
    (placement) => this.moveTo(placement),
  );
  private readonly resizing = new ResizeObserver(([entry]) => {
    if (entry) {
      const { width, height } = entry.contentRect;
      this.stage = { width, height };
    }
  });

  static override readonly styles = [sharedStyles, checkerboard, comparePanesStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.pressedKey);
    window.addEventListener('keyup', this.releasedKey);
    window.addEventListener('blur', this.lostFocus);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.pace.stop();
    this.exact.forget();
    window.removeEventListener('keydown', this.pressedKey);
    window.removeEventListener('keyup', this.releasedKey);
    window.removeEventListener('blur', this.lostFocus);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('original')) {
      this.levels?.close();
      this.levels = this.original && new PictureLevels(this.original);
    }
    if (changed.has('reduced')) {
      if (this.reduced?.kind === 'exact') void this.exact.show(this.reduced.png);
      else if (!this.reduced || this.original) this.exact.forget(); // the next exact picture is a new one
    }
    this.layout = this.arrange();
    this.region = this.layout && this.nextRegion(this.layout, changed);
    this.readout = this.cursor && this.read(this.cursor.pixel);
  }

  override render() {
    const { placement } = this.layout ?? {};
    return html`<div class="stage">${this.layout && this.panes(this.layout)}</div>
      <tessera-stage-bar
        .readout=${this.readout}
        ?isReadoutSpoken=${this.cursor?.by === 'keys'}
        ?isPicking=${this.isPicking}
        .scale=${placement?.scale ?? 1}
        ?isFit=${this.zoom === 'fit'}
        .background=${this.background}
        ?hasAlpha=${this.hasAlpha}
        ?canHold=${this.original !== undefined && this.view !== 'sideBySide'}
        ?isHeld=${this.isHeld}
        @tessera-zoom-command=${({ detail }: CustomEvent<ZoomCommand>) => this.zoomTo(detail)}
        @tessera-hold=${({ detail }: CustomEvent<boolean>) => (this.isHeld = detail)}
      ></tessera-stage-bar>`;
  }

  private panes({ panes, grid, placement }: Layout): TemplateResult {
    const { pane } = grid;
    const picture = this.picture!; // or there would be no layout
    const box = boxInPane(this.region!.source, placement, devicePixelRatio);
    const covered = coveredBox(placement, picture, pane);
    const isZoomed =
      covered.width < placement.scale * picture.width - 1 ||
      covered.height < placement.scale * picture.height - 1;
    const variables = {
      '--columns': grid.columns,
      '--pane-width': pane.width,
      '--pane-height': pane.height,
      '--box-x': box.x,
      '--box-y': box.y,
      '--box-width': box.width,
      '--box-height': box.height,
      '--covered-x': covered.x,
      '--covered-y': covered.y,
      '--covered-width': covered.width,
      '--covered-height': covered.height,
      '--split': covered.x + (this.divider / 100) * covered.width,
      '--cursor-x': placement.x + placement.scale * ((this.cursor?.pixel.x ?? 0) + 0.5),
      '--cursor-y': placement.y + placement.scale * ((this.cursor?.pixel.y ?? 0) + 0.5),
      '--cursor-size': Math.max(LEAST_RING, placement.scale),
    };
    const classes = {
      panes: true,
      zoomed: isZoomed,
      pixelated: isPixelated(placement.scale),
      held: this.isHeld,
      picking: this.isPicking,
      divided: this.isDivided(),
      difference: this.view === 'difference',
      'four-up': this.view === 'fourUp',
      waiting: !this.isReducedPaintable(),
    };
    return html`<div class=${classMap(classes)} ${cssVariables(stringsOf(variables))}>
      ${panes.map((content, index) => this.paneView(content, index, isZoomed))}
    </div>`;
  }

  private paneView({ under, over }: PaneContent, index: number, isZoomed: boolean): TemplateResult {
    const isUnderSeen = !over || this.isHeld || this.isDivided();
    return html`<figure>
      <div
        class="pane"
        tabindex="0"
        role="group"
        aria-label=${l10n.t('Picture: + and − zoom, arrow keys move it, X reads pixels')}
        @pointerdown=${(event: PointerEvent) => this.pointedAt(event, index)}
        @pointermove=${(event: PointerEvent) => this.pointedAt(event, index)}
        @pointerleave=${() => (this.pointed = undefined)}
        @click=${() => this.clicked(over)}
        @dblclick=${this.doubleClicked}
      >
        ${under ? this.layerView('under', under, isUnderSeen) : nothing}
        ${over ? this.layerView('over', over, !this.isHeld) : nothing}
        ${this.cursor && (this.cursor.by === 'keys' || (this.pointed ?? index) !== index) ? html`<div class="crosshair"></div>` : nothing}
        ${
          this.isDivided() && !this.isHeld
            ? html`<tessera-divider .position=${this.divider} ?isNarrow=${isZoomed}></tessera-divider>`
            : nothing
        }
      </div>
      <figcaption>${this.caption(under, over)}</figcaption>
    </figure>`;
  }

  private layerView(place: 'under' | 'over', layer: Layer, isSeen: boolean): TemplateResult {
    const needsReduced = layer !== 'original';
    return html`<div
      class=${classMap({ layer: true, [place]: true, 'needs-reduced': needsReduced })}
      aria-hidden=${!isSeen}
    >
      <canvas class=${this.background} role="img" aria-label=${this.layerName(layer)}></canvas>
      ${layer === 'reduced' ? html`<canvas class="veil" aria-hidden="true"></canvas>` : nothing}
    </div>`;
  }

  private layerName(layer: Layer): string {
    if (layer === 'original') return l10n.t('Original picture');
    if (layer === 'reduced') return l10n.t('Reduced picture, {0}', this.reducedColors());
    if (layer === 'difference') return l10n.t('Difference between original and reduced picture');
    return l10n.t('Picture with {0}', colorsText(layer.candidate));
  }

  private caption(under: Layer | undefined, over: Layer | undefined): unknown {
    const original = html`<span>${l10n.t('Original')}</span>`;
    const reduced = html`<span
      >${this.isReducedPaintable() ? l10n.t('Reduced · {0}', this.reducedColors()) : nothing}
      ${this.isOriginalMissing ? l10n.t('(this view cannot show the original)') : nothing}</span
    >`;
    if (this.isDivided() && !this.isHeld) return [original, reduced];
    const shown = over && !this.isHeld ? over : (under ?? over);
    if (typeof shown === 'object') {
      const k = shown.candidate;
      return takeButton(k, this.compared.get(k), k === this.k, () => this.take(k));
    }
    if (shown === 'difference') return [html`<span>${l10n.t('Difference')}</span>`, differenceLegend()];
    return shown === 'original' ? original : reduced;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('zoom') && changed.get('zoom') !== undefined) mark('tessera:zoomed');
    this.resizing.observe(this.stageElement); // once: it is the same element
    const { layout, region, picture } = this;
    if (!layout || !region || !picture) return;
    const { grid, placement, panes } = layout;
    const elements = [...this.renderRoot.querySelectorAll<HTMLElement>('.pane')];
    this.gestures.update(elements, placement, { picture, pane: grid.pane, isPicking: this.isPicking });
    if (changed.has('isPicking') && this.isPicking) elements[0]?.focus(); // for the keyboard
    const start = performance.now();
    const isPainted = panes.map(({ under, over }, index) => {
      const pane = elements[index]!;
      const paintings = [
        under && this.paint(pane, '.under', under, region),
        over && this.paint(pane, '.over', over, region),
      ];
      return paintings.includes(true);
    });
    if (isPainted.includes(true)) this.pace.painted(start, performance.now());
  }

  private paint(pane: HTMLElement, place: '.under' | '.over', layer: Layer, region: Region): boolean {
    const pictures: Pictures = {
      original: this.levels,
      reduced: this.reduced,
      exact: this.exact.current,
      compared: this.compared,
    };
    const canvas = pane.querySelector<HTMLCanvasElement>(`${place} canvas`)!;
    const isPainted = this.painter.paint(canvas, layer, region, pictures);
    const veil = pane.querySelector<HTMLCanvasElement>(`${place} .veil`);
    if (veil) this.painter.paintVeil(veil, this.highlighted, region, pictures);
    if (isPainted) this.noteLayer(layer);
    return isPainted;
  }

  private paintedOriginal: PictureLevels | undefined;
  private paintedReduced: Reduced | undefined;

  /** Tells of pictures that are seen for the first time. */
  private noteLayer(layer: Layer): void {
    if (layer === 'original' && this.paintedOriginal !== this.levels) {
      this.paintedOriginal = this.levels;
      mark('tessera:original');
      emit(this, 'tessera-original-painted', undefined);
    }
    if (
      (layer === 'reduced' || layer === 'difference') &&
      this.reduced &&
      this.paintedReduced !== this.reduced
    ) {
      this.paintedReduced = this.reduced;
      mark(this.reduced.kind === 'exact' ? 'tessera:rest' : 'tessera:painted', { k: this.reduced.options.k });
    }
  }

  private arrange(): Layout | undefined {
    const { picture, stage, original, view, comparedKs, zoom } = this;
    const panes = panesOf(view, original !== undefined, comparedKs);
    if (!picture || panes.length === 0) return undefined;
    const grid = arrangePanes(panes.length, picture, stage);
    if (grid.pane.width < 1 || grid.pane.height < 1) return undefined;
    return { panes, grid, placement: placementOf(zoom, picture, grid.pane) };
  }

  /** The part to paint: what is seen, or while the picture is moved what was seen before. */
  private nextRegion({ grid, placement, panes }: Layout, changed: PropertyValues<this>): Region {
    const mostPixels = MOST_PIXELS / (this.view === 'fourUp' ? panes.length : 1);
    const region = regionOf(placement, this.picture!, grid.pane, devicePixelRatio, mostPixels);
    if (!this.region) return region;
    if (sameRegion(region, this.region)) return this.region;
    const isGesture = changed.size === 1 && changed.has('zoom');
    return isGesture && !this.pace.isDue(performance.now(), contains(this.region, region))
      ? this.region
      : region;
  }

  private moveTo(placement: Placement): void {
    const { layout, picture } = this;
    if (!layout || !picture) return;
    mark('tessera:zoom');
    emit(this, 'tessera-zoom', zoomOf(placement, picture, layout.grid.pane));
  }

  private zoomTo(command: ZoomCommand, at?: Point): void {
    const { layout, picture } = this;
    if (!layout || !picture) return;
    mark('tessera:zoom');
    if (command === 'fit') return emit(this, 'tessera-zoom', 'fit');
    const { placement, grid } = layout;
    const scale =
      command === 'actual' ? 1 : command === 'in' ? placement.scale * ZOOM_STEP : placement.scale / ZOOM_STEP;
    const center = at ?? { x: grid.pane.width / 2, y: grid.pane.height / 2 };
    this.moveTo(scaledTo(placement, scale, center, picture, grid.pane));
  }

  /** All of the picture, or each pixel of it; where that is the same, enlarged. */
  private doubleClicked(event: MouseEvent): void {
    const { layout, picture } = this;
    if (!layout || !picture || this.view === 'fourUp' || this.isPicking) return;
    if (this.zoom !== 'fit') return this.zoomTo('fit');
    const { placement, grid } = layout;
    const scale = placement.scale < 1 ? 1 : 4 * placement.scale;
    this.moveTo(scaledTo(placement, scale, placeIn(event), picture, grid.pane));
  }

  private pointedAt(event: PointerEvent, pane: number): void {
    const { layout, picture } = this;
    if (!layout || !picture) return;
    this.pointed = pane;
    const pixel = sourcePixelAt(layout.placement, placeIn(event), picture);
    if (pixel) this.cursor = { pixel, by: 'pointer' };
  }

  private clicked(over: Layer | undefined): void {
    // A click has whole coordinates only; the pixel is the one that was pointed at before.
    if (this.isPicking && this.cursor) this.pick(this.cursor.pixel);
    else if (!this.isPicking && typeof over === 'object') this.take(over.candidate);
  }

  private take(k: number): void {
    emit(this, 'tessera-change', { options: { k }, isMoving: false });
  }

  private pick(pixel: Point): void {
    const color = this.read(pixel).original;
    if (!color) return;
    emit(this, 'tessera-lock', color.hex);
    emit(this, 'tessera-pick', false);
  }

  private read(pixel: Point): PixelReadout {
    const { reduced, levels } = this;
    const original = levels?.pixelAt(pixel);
    const exact = this.exact.current;
    const shown =
      reduced?.kind === 'exact'
        ? exact?.png === reduced.png
          ? exact.levels.pixelAt(pixel)
          : undefined
        : reduced && original && this.painter.quickIndex(reduced, original);
    return readPixel(pixel, original, reduced, shown);
  }

  private readonly pressedKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || takesText(event.composedPath()[0])) return;
    const command = stageCommand(event);
    if (command && this.obey(command, event.composedPath())) event.preventDefault();
  };

  /** True when the key meant something here. */
  private obey(command: StageCommand, path: EventTarget[]): boolean {
    const isOnPane = path.some((each) => each instanceof Element && each.classList.contains('pane'));
    switch (command.type) {
      case 'zoom':
        this.zoomTo(command.to);
        return true;
      case 'hold':
        this.isHeld = this.original !== undefined;
        return true;
      case 'arrow':
        if (isOnPane) this.step(command.direction, command.isFast);
        return isOnPane;
      case 'toggleCrosshair':
        this.cursor = this.cursor?.by === 'keys' ? undefined : this.cursorInMiddle();
        return true;
      case 'lock':
        if (!this.readout?.original || (this.pointed === undefined && this.cursor?.by !== 'keys'))
          return false;
        emit(this, 'tessera-lock', this.readout.original.hex);
        return true;
      case 'take':
        return isOnPane && this.takeWithKeys(path);
      case 'escape':
        if (this.isPicking) emit(this, 'tessera-pick', false);
        else if (this.cursor?.by !== 'keys') return false;
        this.cursor = undefined;
        return true;
    }
  }

  private takeWithKeys(path: EventTarget[]): boolean {
    if (this.isPicking && this.cursor) {
      this.pick(this.cursor.pixel);
      return true;
    }
    const panes = [...this.renderRoot.querySelectorAll('.pane')];
    const over = this.layout?.panes[panes.findIndex((pane) => path.includes(pane))]?.over;
    if (typeof over !== 'object') return false;
    this.take(over.candidate);
    return true;
  }

  /** An arrow key moves the crosshair if there is one, or else the picture. */
  private step(direction: Point, isFast: boolean): void {
    const { layout, picture } = this;
    if (!layout || !picture) return;
    const { placement, grid } = layout;
    if (this.cursor?.by !== 'keys' && !this.isPicking) {
      const far = isFast ? PAN.fast : PAN.slow;
      this.moveTo({ ...placement, x: placement.x - far * direction.x, y: placement.y - far * direction.y });
      return;
    }
    const far = isFast ? CROSSHAIR.fast : CROSSHAIR.slow;
    const { pixel } = this.cursor ?? this.cursorInMiddle()!;
    const next = {
      x: Math.min(picture.width - 1, Math.max(0, pixel.x + far * direction.x)),
      y: Math.min(picture.height - 1, Math.max(0, pixel.y + far * direction.y)),
    };
    this.cursor = { pixel: next, by: 'keys' };
    if (this.zoom !== 'fit') this.moveTo(revealing(placement, next, picture, grid.pane));
  }

  /** On the pixel that was read last, or in the middle of what is seen. */
  private cursorInMiddle(): Cursor | undefined {
    const { layout, picture } = this;
    if (!layout || !picture) return undefined;
    if (this.cursor) return { pixel: this.cursor.pixel, by: 'keys' };
    const { pane } = layout.grid;
    const pixel = sourcePixelAt(layout.placement, { x: pane.width / 2, y: pane.height / 2 }, picture);
    return pixel && { pixel, by: 'keys' };
  }

  private readonly releasedKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === 'c') this.isHeld = false;
  };

  private readonly lostFocus = (): void => {
    this.isHeld = false;
  };

  private isDivided(): boolean {
    return this.view === 'divider' && this.original !== undefined && this.isReducedPaintable();
  }

  /** False with nothing to show yet, or only a quick palette without an original to look colors up for. */
  private isReducedPaintable(): boolean {
    return this.exact.current !== undefined || (this.reduced !== undefined && this.original !== undefined);
  }

  private reducedColors(): string {
    return colorsText(this.reduced ? colorCountOf(this.reduced.palette) : 0);
  }
}

/** Where in the pane that listens a pointer is, CSS pixels. */
function placeIn(event: MouseEvent): Point {
  if (!(event.currentTarget instanceof Element)) return { x: 0, y: 0 };
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** Whether the one part of the source lies in the other. */
function contains({ source: outer }: Region, { source: inner }: Region): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function stringsOf(variables: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}
