import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { emit, type ZoomCommand } from '../pageEvents';
import type { Layer, PaneContent, PaneGrid } from './paneLayout';
import type { PixelReadout } from './pixelReadout';
import { revealing, sourcePixelAt, type Placement, type Point, type Size, type Zoom } from './placement';
import { stageCommand, takesText, type StageCommand } from './stageKeys';

export interface Layout {
  panes: PaneContent[];
  grid: PaneGrid;
  placement: Placement;
}

/** The stage, as far as pointer and keys act on it. */
export interface Stage extends ReactiveControllerHost, Element {
  readonly layout: Layout | undefined;
  readonly picture: Size | undefined;
  readonly original: ImageBitmap | undefined;
  readonly zoom: Zoom;
  readonly isPicking: boolean;
  /** The pane that an event went through, by its place. */
  paneIn(path: EventTarget[]): number | undefined;
  moveTo(placement: Placement): void;
  zoomTo(command: ZoomCommand): void;
  read(pixel: Point): PixelReadout;
}

/** The pixel that is read, and with what it is pointed at. */
interface Cursor {
  pixel: Point;
  by: 'pointer' | 'keys';
}

/** How far an arrow key moves the picture (CSS pixels) or the crosshair (source pixels), and with Shift. */
const PAN = { slow: 64, fast: 256 };
const CROSSHAIR = { slow: 1, fast: 10 };

/** What pointer and keys do on the stage beside zooming and dragging: read and take pixels, hold to compare. */
export class StageInput implements ReactiveController {
  cursor: Cursor | undefined;
  /** The pane under the pointer. */
  pointed: number | undefined;
  /** The other picture is shown. */
  isHeld = false;

  constructor(private readonly stage: Stage) {
    stage.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.pressedKey);
    window.addEventListener('keyup', this.releasedKey);
    window.addEventListener('blur', this.lostFocus);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.pressedKey);
    window.removeEventListener('keyup', this.releasedKey);
    window.removeEventListener('blur', this.lostFocus);
  }

  /** Where the pointer itself is, a mark would be in its way; in the other panes it shows the same pixel. */
  showsCrosshair(pane: number): boolean {
    if (!this.cursor) return false;
    return this.cursor.by === 'keys' || (this.pointed ?? pane) !== pane;
  }

  hold(isHeld: boolean): void {
    this.isHeld = isHeld && this.stage.original !== undefined;
    this.stage.requestUpdate();
  }

  /** The pointer is at a place in a pane (CSS pixels), or has left it. */
  pointAt(pane: number | undefined, place?: Point): void {
    const { layout, picture } = this.stage;
    this.pointed = pane;
    const pixel = layout && picture && place && sourcePixelAt(layout.placement, place, picture);
    if (pixel) this.cursor = { pixel, by: 'pointer' };
    this.stage.requestUpdate();
  }

  clicked(over: Layer | undefined): void {
    // A click has whole coordinates only; the pixel is the one that was pointed at before.
    if (this.stage.isPicking && this.cursor) this.pick(this.cursor.pixel);
    else if (!this.stage.isPicking && isCandidate(over)) this.take(over.candidate);
  }

  /** Takes a number of colors of the four-up view. */
  take(k: number): void {
    emit(this.stage, 'tessera-change', { options: { k }, isMoving: false });
  }

  private pick(pixel: Point): void {
    const color = this.stage.read(pixel).original;
    if (!color) return;
    emit(this.stage, 'tessera-lock', color.hex);
    emit(this.stage, 'tessera-pick', false);
  }

  private readonly pressedKey = (event: KeyboardEvent): void => {
    const path = event.composedPath();
    if (event.defaultPrevented || takesText(path[0])) return;
    const command = stageCommand(event);
    if (!command || !this.obey(command, this.stage.paneIn(path))) return;
    event.preventDefault();
    this.stage.requestUpdate();
  };

  private readonly releasedKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === 'c' && this.isHeld) this.hold(false);
  };

  private readonly lostFocus = (): void => this.hold(false);

  /** True when the key meant something here. `pane`: that has the focus. */
  private obey(command: StageCommand, pane: number | undefined): boolean {
    switch (command.type) {
      case 'zoom':
        this.stage.zoomTo(command.to);
        return true;
      case 'hold':
        this.hold(true);
        return true;
      case 'arrow':
        if (pane !== undefined) this.step(command.direction, command.isFast);
        return pane !== undefined;
      case 'toggleCrosshair':
        this.cursor = this.cursor?.by === 'keys' ? undefined : this.crosshair();
        return true;
      case 'lock':
        return this.lock();
      case 'take':
        return pane !== undefined && this.takeWithKeys(pane);
      case 'escape':
        if (this.stage.isPicking) emit(this.stage, 'tessera-pick', false);
        else if (this.cursor?.by !== 'keys') return false;
        this.cursor = undefined;
        return true;
    }
  }

  private lock(): boolean {
    const { cursor } = this;
    const color = cursor && this.stage.read(cursor.pixel).original;
    if (!color || (this.pointed === undefined && cursor.by === 'pointer')) return false;
    emit(this.stage, 'tessera-lock', color.hex);
    return true;
  }

  private takeWithKeys(pane: number): boolean {
    if (this.stage.isPicking && this.cursor) {
      this.pick(this.cursor.pixel);
      return true;
    }
    const over = this.stage.layout?.panes[pane]?.over;
    if (!isCandidate(over)) return false;
    this.take(over.candidate);
    return true;
  }

  /** An arrow key moves the crosshair if there is one, or else the picture. */
  private step(direction: Point, isFast: boolean): void {
    const { layout, picture, isPicking, zoom } = this.stage;
    if (!layout || !picture) return;
    const { placement, grid } = layout;
    if (this.cursor?.by !== 'keys' && !isPicking) {
      const far = isFast ? PAN.fast : PAN.slow;
      const { scale, x, y } = placement;
      this.stage.moveTo({ scale, x: x - far * direction.x, y: y - far * direction.y });
      return;
    }
    const far = isFast ? CROSSHAIR.fast : CROSSHAIR.slow;
    const pixel = this.crosshair()?.pixel ?? { x: 0, y: 0 };
    const next = {
      x: Math.min(picture.width - 1, Math.max(0, pixel.x + far * direction.x)),
      y: Math.min(picture.height - 1, Math.max(0, pixel.y + far * direction.y)),
    };
    this.cursor = { pixel: next, by: 'keys' };
    if (zoom !== 'fit') this.stage.moveTo(revealing(placement, next, picture, grid.pane));
  }

  /** On the pixel that was read last, or in the middle of what is seen. */
  private crosshair(): Cursor | undefined {
    const { layout, picture } = this.stage;
    if (this.cursor) return { pixel: this.cursor.pixel, by: 'keys' };
    if (!layout || !picture) return undefined;
    const { width, height } = layout.grid.pane;
    const pixel = sourcePixelAt(layout.placement, { x: width / 2, y: height / 2 }, picture);
    return pixel && { pixel, by: 'keys' };
  }
}

function isCandidate(layer: Layer | undefined): layer is { candidate: number } {
  return typeof layer === 'object' && 'candidate' in layer;
}
