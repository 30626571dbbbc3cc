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
import { colorsText, layerName } from './captions';
import { paneCaption } from './paneCaption';
import { stageVariables } from './stageVariables';
import { comparePanesStyles } from './comparePanesStyles';
import { ExactPicture } from './exactPicture';
import { ExploredFiles, type ExploredPicture } from './exploredPicture';
import { PaintPace } from './paintPace';
import { arrangePanes, exploredPanesOf, panesOf, type Layer, type PaneContent } from './paneLayout';
import { PictureLevels } from './pictureLevels';
import { readPictures } from './readPictures';
import type { PixelReadout } from './pixelReadout';
import {
  constrained,
  isLargerThanPane,
  isPixelated,
  placementOf,
  scaledTo,
  zoomOf,
  type Placement,
  type Point,
  type Size,
  type Zoom,
} from './placement';
import { StageInput, type Layout, type Stage } from './stageInput';
import { StagePainter, type Pictures } from './stagePainter';
import { boxInPane, coveredBox, MOST_PIXELS, regionOf, sameRegion, type Region } from './visibleRegion';
import { ZoomGestures } from './zoomGestures';
import './pictureDivider';
import './stageBar';

/** A press on + or − changes the scale by this factor. */
const ZOOM_STEP = Math.SQRT2;
/** Original and reduced picture, compared in one of several views that zoom and move in step. */
@customElement('tessera-compare-panes')
export class ComparePanes extends LitElement implements Stage {
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
  /** Pictures of the Explore panel, in place of the reduced one. */
  @property({ attribute: false }) explored: readonly ExploredPicture[] = [];
  /** The palette color whose pixels are shown among dimmed ones. */
  @property({ type: Number }) highlighted: number | undefined;
  /** Palette colors whose pixels are shown among dimmed ones as long as none is highlighted. */
  @property({ attribute: false }) isolated: readonly number[] = [];
  /** A click takes the color under it. */
  @property({ type: Boolean }) isPicking = false;
  /** The palette's color that was clicked to see its pixels alone, as it is written. */
  @property() keptColor: string | undefined;

  @state() private stage: Size = { width: 0, height: 0 };

  @query('.stage') private readonly stageElement!: HTMLElement;

  layout: Layout | undefined;
  private region: Region | undefined;
  private readout: PixelReadout | undefined;
  private levels: PictureLevels | undefined;
  private readonly exact = new ExactPicture(() => this.requestUpdate());
  private readonly exploredFiles = new ExploredFiles(
    () => this.requestUpdate(),
    () => this.picture,
  );
  private readonly input = new StageInput(this);
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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.pace.stop();
    this.exact.forget();
    this.exploredFiles.show([]);
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
    if (changed.has('explored')) this.exploredFiles.show(this.explored);
    this.layout = this.arrange();
    this.region = this.layout && this.nextRegion(this.layout, changed);
    this.readout = this.input.cursor && this.read(this.input.cursor.pixel);
  }

  override render() {
    const { placement } = this.layout ?? {};
    return html`<div class="stage">${this.layout && this.panes(this.layout)}</div>
      <tessera-stage-bar
        .readout=${this.readout}
        ?isReadoutSpoken=${this.input.cursor?.by === 'keys'}
        ?isPicking=${this.isPicking}
        .keptColor=${this.keptColor}
        .scale=${placement?.scale ?? 1}
        ?isFit=${this.zoom === 'fit'}
        .background=${this.background}
        ?hasAlpha=${this.hasAlpha}
        ?canHold=${this.original !== undefined && this.view !== 'sideBySide'}
        ?isHeld=${this.input.isHeld}
        @tessera-zoom-command=${({ detail }: CustomEvent<ZoomCommand>) => this.zoomTo(detail)}
        @tessera-hold=${({ detail }: CustomEvent<boolean>) => this.input.hold(detail)}
      ></tessera-stage-bar>`;
  }

  private panes({ panes, grid, placement }: Layout): TemplateResult {
    const { pane } = grid;
    const picture = this.picture!; // or there would be no layout
    const isZoomed = isLargerThanPane(placement, picture, pane);
    const variables = stageVariables({
      placement,
      grid,
      box: boxInPane(this.region!.source, placement, devicePixelRatio),
      covered: coveredBox(placement, picture, pane),
      divider: this.divider,
      cursor: this.input.cursor?.pixel,
    });
    const classes = {
      panes: true,
      zoomed: isZoomed,
      pixelated: isPixelated(placement.scale),
      held: this.input.isHeld,
      picking: this.isPicking,
      divided: this.isDivided(),
      difference: this.view === 'difference' && this.explored.length === 0,
      'four-up': panes.length > 2,
      waiting: !this.isReducedPaintable(),
    };
    return html`<div class=${classMap(classes)} ${cssVariables(variables)}>
      ${panes.map((content, index) => this.paneView(content, index, isZoomed))}
    </div>`;
  }

  private paneView({ under, over }: PaneContent, index: number, isZoomed: boolean): TemplateResult {
    const isUnderSeen = !over || this.input.isHeld || this.isDivided();
    return html`<figure>
      <div
        class="pane"
        tabindex="0"
        role="group"
        aria-label=${l10n.t('Picture: + and − zoom, arrow keys move it, X reads pixels')}
        @pointerdown=${(event: PointerEvent) => this.input.pointAt(index, placeIn(event))}
        @pointermove=${(event: PointerEvent) => this.input.pointAt(index, placeIn(event))}
        @pointerleave=${() => this.input.pointAt(undefined)}
        @click=${() => this.input.clicked(over)}
        @dblclick=${this.doubleClicked}
      >
        ${under ? this.layerView('under', under, isUnderSeen) : nothing}
        ${over ? this.layerView('over', over, !this.input.isHeld) : nothing}
        ${this.input.showsCrosshair(index) ? html`<div class="crosshair"></div>` : nothing}
        ${
          this.isDivided() && !this.input.isHeld
            ? html`<tessera-divider .position=${this.divider} ?isNarrow=${isZoomed}></tessera-divider>`
            : nothing
        }
      </div>
      <figcaption>${this.caption({ under, over })}</figcaption>
    </figure>`;
  }

  private layerView(place: 'under' | 'over', layer: Layer, isSeen: boolean): TemplateResult {
    const needsReduced = layer !== 'original';
    const isAwaited =
      typeof layer === 'object' && 'candidate' in layer && !this.compared.has(layer.candidate);
    return html`<div
      class=${classMap({ layer: true, [place]: true, 'needs-reduced': needsReduced, awaited: isAwaited })}
      aria-hidden=${!isSeen}
    >
      <canvas
        class=${this.background}
        role="img"
        aria-label=${layerName(layer, this.reducedColors(), this.explored)}
      ></canvas>
      ${layer === 'reduced' ? html`<canvas class="veil" aria-hidden="true"></canvas>` : nothing}
    </div>`;
  }

  private caption(content: PaneContent): unknown {
    const { k, reduced, compared, explored, isOriginalMissing } = this;
    return paneCaption(content, {
      isDivided: this.isDivided(),
      isHeld: this.input.isHeld,
      reducedColors: this.isReducedPaintable() ? this.reducedColors() : undefined,
      isOriginalMissing,
      k,
      reduced,
      compared,
      explored,
      take: (candidate) => this.input.take(candidate),
    });
  }

  /** The scale that the app was told. */
  private toldScale = 0;

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('zoom') && changed.get('zoom') !== undefined) mark('tessera:zoomed');
    this.resizing.observe(this.stageElement); // once: it is the same element
    const { layout, region, picture } = this;
    if (!layout || !region || !picture) return;
    const { grid, placement, panes } = layout;
    if (placement.scale !== this.toldScale) {
      this.toldScale = placement.scale;
      emit(this, 'tessera-scale', placement.scale);
    }
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

  private pictures(): Pictures {
    return {
      original: this.levels,
      reduced: this.reduced,
      exact: this.exact.current,
      compared: this.compared,
      explored: this.explored.map((picture) => ({
        picture,
        levels: this.exploredFiles.levelsOf(picture),
      })),
    };
  }

  private paint(pane: HTMLElement, place: '.under' | '.over', layer: Layer, region: Region): boolean {
    const pictures = this.pictures();
    const canvas = pane.querySelector<HTMLCanvasElement>(`${place} canvas`)!;
    const isPainted = this.painter.paint(canvas, layer, region, pictures);
    const veil = pane.querySelector<HTMLCanvasElement>(`${place} .veil`);
    if (veil) {
      const kept = this.highlighted === undefined ? this.isolated : [this.highlighted];
      this.painter.paintVeil(veil, kept, region, pictures);
    }
    if (isPainted) this.noteLayer(layer);
    return isPainted;
  }

  private paintedOriginal: PictureLevels | undefined;
  private paintedReduced: Reduced | undefined;

  /** Tells of pictures that are painted, most of them only the first time. */
  private noteLayer(layer: Layer): void {
    if (typeof layer === 'object' && 'explored' in layer) mark('tessera:explored');
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
    const hasOriginal = original !== undefined;
    const panes =
      this.explored.length > 0
        ? exploredPanesOf(
            view,
            hasOriginal,
            this.explored.map(({ under = 'original' }) => under),
          )
        : panesOf(view, hasOriginal, comparedKs);
    if (!picture || panes.length === 0) return undefined;
    const grid = arrangePanes(panes.length, picture, stage);
    if (grid.pane.width < 1 || grid.pane.height < 1) return undefined;
    return { panes, grid, placement: placementOf(zoom, picture, grid.pane) };
  }

  /** The part to paint: what is seen, or while the picture is moved what was seen before. */
  private nextRegion({ grid, placement, panes }: Layout, changed: PropertyValues<this>): Region {
    const mostPixels = MOST_PIXELS / (panes.length > 2 ? panes.length : 1);
    const region = regionOf(placement, this.picture!, grid.pane, devicePixelRatio, mostPixels);
    if (!this.region) return region;
    if (sameRegion(region, this.region)) return this.region;
    const isGesture = changed.size === 1 && changed.has('zoom');
    return isGesture && !this.pace.isDue(performance.now(), contains(this.region, region))
      ? this.region
      : region;
  }

  moveTo(placement: Placement): void {
    const { layout, picture } = this;
    if (!layout || !picture) return;
    mark('tessera:zoom');
    emit(
      this,
      'tessera-zoom',
      zoomOf(constrained(placement, picture, layout.grid.pane), picture, layout.grid.pane),
    );
  }

  zoomTo(command: ZoomCommand, at?: Point): void {
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

  paneIn(path: EventTarget[]): number | undefined {
    const index = [...this.renderRoot.querySelectorAll('.pane')].findIndex((pane) => path.includes(pane));
    return index < 0 ? undefined : index;
  }

  read(pixel: Point): PixelReadout {
    return readPictures(pixel, this.pictures(), this.input.pointed ?? 0, this.painter);
  }

  private isDivided(): boolean {
    if (this.view !== 'divider' || this.explored.length > 1) return false;
    return this.original !== undefined && (this.explored.length > 0 || this.isReducedPaintable());
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
