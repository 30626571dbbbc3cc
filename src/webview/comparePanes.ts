import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { cssVariables } from './cssVariables';
import { mark } from './marks';
import { decodePng } from './originalPicture';
import { emit } from './pageEvents';
import { PicturePainter } from './picturePainter';
import { checkerboard, sharedStyles } from './sharedStyles';
import { colorCountOf, type Reduced } from './state';
import { arrangePanes, fitPicture, type Arrangement, type Fit, type Size } from './viewFit';
import type { ViewMode } from './viewMemory';
import './pictureDivider';

/** Room under each picture for its caption, and between two pictures. CSS pixels, as in the styles below. */
const CAPTION = 24;
const GAP = 16;

/** Original and reduced picture, under a divider or beside each other, as large as there is room for. */
@customElement('tessera-compare-panes')
export class ComparePanes extends LitElement {
  /** The decoded original; without it only exact results can be shown. */
  @property({ attribute: false }) original: ImageBitmap | undefined;
  /** The browser cannot decode the original, which the caption then says. */
  @property({ type: Boolean }) isOriginalMissing = false;
  @property({ attribute: false }) picture: Size | undefined;
  @property({ attribute: false }) reduced: Reduced | undefined;
  @property() view: ViewMode = 'divider';
  @property({ type: Number }) divider = 50;

  @state() private stage: Size = { width: 0, height: 0 };
  /** The exact picture, decoded, and whose bytes it shows. */
  @state() private exact: { png: ArrayBuffer; bitmap: ImageBitmap } | undefined;

  @query('.original canvas') private readonly originalCanvas!: HTMLCanvasElement;
  @query('.reduced canvas') private readonly reducedCanvas!: HTMLCanvasElement;

  private painter: PicturePainter | undefined;
  /** What the original was last painted for; it is painted anew only when this changes. */
  private paintedFor: { original: ImageBitmap | undefined; pixels: Size } | undefined;
  private readonly resizing = new ResizeObserver(([entry]) => {
    if (entry) {
      const { width, height } = entry.contentRect;
      this.stage = { width, height };
    }
  });

  static override readonly styles = [
    sharedStyles,
    checkerboard,
    css`
      :host {
        display: grid;
        place-items: center;
        overflow: hidden;
      }
      .pictures {
        display: grid;
        gap: 0 16px;
      }
      .row {
        grid-template-columns: auto auto;
      }
      figure {
        margin: 0;
      }
      /* Two captions need room beside each other, however narrow the picture. */
      .under-divider {
        min-width: 208px;
      }
      .under-divider > * {
        grid-area: 1 / 1;
      }
      canvas {
        display: block;
        margin: 0 auto;
        width: calc(var(--width) * 1px);
        height: calc(var(--height) * 1px);
      }
      .pixelated canvas {
        image-rendering: pixelated;
      }
      .under-divider .reduced canvas {
        clip-path: inset(0 0 0 calc(var(--divider) * 1%));
      }
      tessera-divider {
        z-index: 1;
        justify-self: center;
        width: calc(var(--width) * 1px);
        height: calc(var(--height) * 1px);
      }
      figcaption {
        height: 24px;
        padding-top: 4px;
        overflow: hidden;
        color: var(--vscode-descriptionForeground);
        font-variant-numeric: tabular-nums;
        line-height: 20px;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .under-divider .reduced figcaption {
        text-align: end;
      }
      .waiting .reduced canvas,
      .row.waiting .reduced,
      .column.waiting .reduced {
        visibility: hidden;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.forgetExact();
  }

  override render() {
    const layout = this.layout();
    if (!layout) {
      return nothing;
    }
    const { fit, arrangement } = layout;
    const isWaiting = !this.isReducedPaintable();
    const variables = {
      '--width': String(fit.css.width),
      '--height': String(fit.css.height),
      '--divider': String(this.divider),
    };
    const classes = {
      pictures: true,
      [arrangement]: true,
      pixelated: fit.isPixelated,
      waiting: isWaiting,
    };
    return html`<div class=${classMap(classes)} ${cssVariables(variables)}>
      <figure class="original" ?hidden=${!this.original}>
        <canvas class="checkerboard" role="img" aria-label="Original picture"></canvas>
        <figcaption>Original</figcaption>
      </figure>
      <figure class="reduced">
        <canvas
          class="checkerboard"
          role="img"
          aria-label=${`Reduced picture, ${this.colorsText()}`}
        ></canvas>
        <figcaption>
          ${isWaiting ? nothing : html`Reduced · ${this.colorsText()}`}
          ${this.isOriginalMissing ? '(this view cannot show the original)' : nothing}
        </figcaption>
      </figure>
      ${
        arrangement === 'under-divider' && !isWaiting
          ? html`<tessera-divider .position=${this.divider}></tessera-divider>`
          : nothing
      }
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('reduced')) {
      return;
    }
    if (this.reduced?.kind === 'exact') {
      void this.decode(this.reduced.png);
    } else if (!this.reduced || this.original) {
      // The next exact picture is a new one, and a large one holds a hundred megabytes.
      this.forgetExact();
    }
  }

  protected override updated(changed: PropertyValues): void {
    const layout = this.layout();
    if (!layout) {
      // The canvases are gone too.
      this.painter = undefined;
      this.paintedFor = undefined;
      return;
    }
    this.painter ??= new PicturePainter(this.originalCanvas, this.reducedCanvas);
    const { pixels } = layout.fit;
    const isResized =
      this.paintedFor?.original !== this.original ||
      this.paintedFor?.pixels.width !== pixels.width ||
      this.paintedFor.pixels.height !== pixels.height;
    if (isResized) {
      this.painter.paintOriginal(this.original, pixels);
      if (this.original && this.paintedFor?.original !== this.original) {
        mark('tessera:original');
        emit(this, 'tessera-original-painted', undefined);
      }
      this.paintedFor = { original: this.original, pixels };
    }
    if (isResized || changed.has('reduced') || changed.has('exact')) {
      this.paintReduced(this.painter);
    }
  }

  private paintReduced(painter: PicturePainter): void {
    const { reduced, exact } = this;
    if (reduced?.kind === 'exact') {
      if (exact?.png === reduced.png) {
        painter.paintExact(exact.bitmap);
        mark('tessera:rest', { k: reduced.options.k });
      }
    } else if (reduced?.kind === 'quick') {
      const { options, palette } = reduced;
      const dither = { kind: options.dither, strength: options.ditherStrength };
      if (painter.paintQuick({ ...palette, space: options.space, dither })) {
        mark('tessera:painted', { k: options.k });
      }
    }
  }

  private async decode(png: ArrayBuffer): Promise<void> {
    const bitmap = await decodePng(png);
    if (this.reduced?.kind === 'exact' && this.reduced.png === png && this.isConnected) {
      this.exact?.bitmap.close();
      this.exact = { png, bitmap };
    } else {
      bitmap.close();
    }
  }

  private forgetExact(): void {
    this.exact?.bitmap.close();
    this.exact = undefined;
  }

  /** False with nothing to show yet, or only a quick palette without an original to look colors up for. */
  private isReducedPaintable(): boolean {
    return this.exact !== undefined || (this.reduced !== undefined && this.original !== undefined);
  }

  private colorsText(): string {
    const count = this.reduced ? colorCountOf(this.reduced.palette) : 0;
    return `${count.toLocaleString('en-US')} ${count === 1 ? 'color' : 'colors'}`;
  }

  private layout(): { fit: Fit; arrangement: Arrangement | 'under-divider' | 'alone' } | undefined {
    const { picture, stage, original } = this;
    if (!picture || stage.width <= 0 || stage.height <= 2 * CAPTION) {
      return undefined;
    }
    const room = { width: stage.width, height: stage.height - CAPTION };
    if (original && this.view === 'sideBySide') {
      const { arrangement, pane } = arrangePanes(picture, room, { width: GAP, height: CAPTION });
      return { fit: fitPicture(picture, pane, devicePixelRatio), arrangement };
    }
    return {
      fit: fitPicture(picture, room, devicePixelRatio),
      arrangement: original ? 'under-divider' : 'alone',
    };
  }
}
