import * as l10n from '@vscode/l10n';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { emit } from '../../pageEvents';
import { sharedStyles } from '../../sharedStyles';
import { cssVariable, onThemeChange, rgbOf } from '../chart/themeColors';
import type { CloudContent } from './cloudContent';
import { paletteDisks, pointDisks, startDisks, trailLines } from './cloudContent';
import { CloudScene } from './cloudScene';
import { cloudStyles } from './cloudStyles';
import { axesOf, gamutEdges, type CloudSpace } from './colorPlaces';
import { markAt } from './marks';
import { orbitAfterKey, START, turned, zoomed, type Orbit } from './orbit';

/** Radians for a CSS pixel of dragging. */
const DRAG_ANGLE = 0.008;
/** Farther than this, CSS pixels, a press is a drag and no click. */
const CLICK_SLOP = 4;
/** Radians a second. */
const TURNING_SPEED = 0.3;
const MOST_FRAME_SECONDS = 0.1;

/**
 * The colors of the picture in space. Turned by dragging and by arrow keys. Draws only when something has changed. Emits
 * `unavailable` when the page has no WebGL.
 */
@customElement('tessera-color-cloud')
export class ColorCloud extends LitElement {
  @property({ attribute: false }) content: CloudContent | undefined;
  @property() space: CloudSpace = 'rgb';
  /** Turns slowly by itself. */
  @property({ type: Boolean }) isTurning = false;

  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  @query('.view') private readonly view!: HTMLElement;
  /** The graphics card has taken the context away. */
  @state() private isLost = false;

  private orbit: Orbit = START;
  private scene: CloudScene | undefined;
  private frame = 0;
  private lastFrame = 0;
  private press: { x: number; y: number; hasMoved: boolean } | undefined;
  private readonly resizing = new ResizeObserver(() => this.draw());
  private endThemeChange: (() => void) | undefined;

  static override readonly styles = [
    sharedStyles,
    cloudStyles,
    css`
      .view {
        cursor: grab;
        touch-action: none;
      }
      .view:active {
        cursor: grabbing;
      }
      .lost {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        padding: 16px;
        background: var(--vscode-editor-background);
        text-align: center;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.resizing.observe(this);
    this.endThemeChange = onThemeChange(() => {
      this.setInks();
      this.draw();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.endThemeChange?.();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.scene?.dispose();
    this.scene = undefined;
  }

  override render() {
    return html`<div
      class="view"
      role="application"
      tabindex="0"
      aria-label=${l10n.t('Colors of the picture in space')}
      aria-description=${l10n.t('Arrow keys turn, plus and minus zoom, Home resets. Page Up and Page Down go through the palette.')}
      @keydown=${this.pressedKey}
      @pointerdown=${this.pressed}
      @pointermove=${this.moved}
      @pointerup=${this.released}
      @pointerleave=${this.left}
      @wheel=${this.wheeled}
    >
      <canvas @webglcontextlost=${this.lost} @webglcontextrestored=${this.restored}></canvas>
      ${axesOf(this.space).map(({ label }) => html`<span class="axis" aria-hidden="true">${label}</span>`)}
      ${this.isLost ? html`<p class="lost">${l10n.t('The graphics hardware was reset. The view comes back with it; the a–b plane does without.')}</p>` : ''}
    </div>`;
  }

  protected override firstUpdated(): void {
    this.start();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.scene) return;
    const before = changed.get('content');
    const isNewSpace = changed.has('space');
    if (changed.has('content') || isNewSpace) this.fill(isNewSpace ? undefined : before);
    this.draw();
  }

  private start(): void {
    try {
      this.scene = new CloudScene(this.canvas);
    } catch (error) {
      console.warn('Tessera: no WebGL.', error);
      this.dispatchEvent(new CustomEvent('unavailable'));
      return;
    }
    this.setInks();
    this.fill(undefined);
    this.draw();
  }

  /** Gives the scene what differs from `before`. */
  private fill(before: CloudContent | undefined): void {
    const { scene, content, space } = this;
    if (!scene || !content) return;
    const { cloud, palette, trail, highlighted } = content;
    if (!before) {
      scene.setLines('edges', gamutEdges(space));
      scene.setLines('axes', Float32Array.from(axesOf(space).flatMap(({ from, to }) => [...from, ...to])));
    }
    if (cloud && before?.cloud !== cloud) scene.setPoints(pointDisks(cloud, space));
    if (!before || before.trail !== trail) {
      scene.setLines('trails', trailLines(trail ?? [], space));
      scene.setStarts(startDisks(trail ?? [], space));
    }
    if (!before || before.palette !== palette || before.highlighted !== highlighted) {
      scene.setMarks(paletteDisks(palette, space), highlighted);
    }
  }

  private setInks(): void {
    const paper = cssVariable(this, '--vscode-editor-background', '#000000');
    const foreground = cssVariable(this, '--vscode-foreground', '#888888');
    const faint = `color-mix(in srgb, ${foreground} 25%, transparent)`;
    this.scene?.setInks({
      paper: rgbOf(paper),
      foreground: rgbOf(foreground, paper),
      faint: rgbOf(faint, paper),
    });
  }

  /** At the next frame, however often it is asked for until then. */
  private draw(): void {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0;
      this.drawNow(now);
    });
  }

  private drawNow(now: number): void {
    const { scene, view } = this;
    const size = { width: view.clientWidth, height: view.clientHeight };
    if (!scene || this.isLost || size.width === 0) return;
    if (this.isTurning && !this.press) {
      const seconds = Math.min(MOST_FRAME_SECONDS, (now - this.lastFrame) / 1000);
      this.orbit = turned(this.orbit, TURNING_SPEED * seconds, 0);
      this.draw();
    }
    this.lastFrame = now;
    scene.render(this.orbit, size);
    const labels = view.querySelectorAll<HTMLElement>('.axis');
    axesOf(this.space).forEach(({ to }, i) => {
      const { x, y } = scene.project(to);
      labels[i]?.style.setProperty('--x', `${x}px`);
      labels[i]?.style.setProperty('--y', `${y}px`);
    });
  }

  private look(orbit: Orbit): void {
    this.orbit = orbit;
    this.draw();
  }

  private pressedKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const orbit = orbitAfterKey(event.key, this.orbit);
    if (!orbit) return;
    event.preventDefault();
    event.stopPropagation(); // the stage hears these keys at the window
    this.look(orbit);
  }

  private pressed(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.view.setPointerCapture(event.pointerId);
    this.press = { x: event.clientX, y: event.clientY, hasMoved: false };
  }

  private moved(event: PointerEvent): void {
    const { press } = this;
    if (!press) {
      this.pointAt(event, false);
      return;
    }
    const [dx, dy] = [event.clientX - press.x, event.clientY - press.y];
    if (!press.hasMoved && Math.hypot(dx, dy) < CLICK_SLOP) return;
    this.press = { x: event.clientX, y: event.clientY, hasMoved: true };
    this.look(turned(this.orbit, -DRAG_ANGLE * dx, DRAG_ANGLE * dy));
  }

  private released(event: PointerEvent): void {
    const wasClick = this.press && !this.press.hasMoved;
    this.press = undefined;
    if (wasClick) this.pointAt(event, true);
    this.draw();
  }

  private left(): void {
    emit(this, 'tessera-highlight', { index: undefined, isKept: false });
  }

  /** Highlights the palette color under the pointer, if any; a click keeps it. */
  private pointAt(event: PointerEvent, isKept: boolean): void {
    const { left, top } = this.canvas.getBoundingClientRect();
    const index = markAt(this.scene?.marksOnScreen() ?? [], event.clientX - left, event.clientY - top);
    if (isKept ? index !== undefined : index !== this.content?.highlighted) {
      emit(this, 'tessera-highlight', { index, isKept });
    }
  }

  /** Zooms with a pinch or with Ctrl; otherwise the panel scrolls. */
  private wheeled(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.look(zoomed(this.orbit, Math.exp(-event.deltaY / 200)));
  }

  private lost(event: Event): void {
    event.preventDefault(); // without this the context would never come back
    this.isLost = this.scene !== undefined;
  }

  private restored(): void {
    this.isLost = false;
    this.start();
  }
}
