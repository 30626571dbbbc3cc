import { select } from 'd3-selection';
import { zoom, ZoomTransform, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import { constrained, scaleRange, type Placement, type Size } from './placement';

/** What the gestures act on; asked anew with each event. */
export interface ZoomSurface {
  readonly picture: Size;
  /** Of each pane, CSS pixels. */
  readonly pane: Size;
  /** A press takes a color and does not move the picture. */
  readonly isPicking: boolean;
}

/** A hand trembles this much (CSS pixels) in what is still a click. */
const CLICK_DISTANCE = 4;

/** Where d3-zoom keeps an element's transform; written so that all panes start from the same. */
interface Zoomed extends HTMLElement {
  __zoom?: ZoomTransform;
}

/**
 * Wheel, pinch and drag on any pane, by d3-zoom: the wheel zooms at the pointer (a pinch on a touchpad is a wheel with
 * Ctrl), a drag moves the picture.
 */
export class ZoomGestures {
  private readonly attached = new WeakSet<HTMLElement>();
  private readonly behavior = zoom<HTMLElement, unknown>();

  constructor(surface: () => ZoomSurface | undefined, didZoom: (placement: Placement) => void) {
    this.behavior
      .clickDistance(CLICK_DISTANCE)
      .filter((event: MouseEvent | TouchEvent) => {
        const current = surface();
        if (!current) return false;
        if (event.type === 'wheel') return true;
        const isMain = !('button' in event) || (event.button === 0 && !event.ctrlKey);
        return isMain && !current.isPicking;
      })
      .constrain((transform) => {
        const current = surface();
        if (!current) return transform;
        const { scale, x, y } = constrained(placementOfTransform(transform), current.picture, current.pane);
        return new ZoomTransform(scale, x, y);
      })
      .on('start', () => {
        const current = surface();
        if (current) this.behavior.scaleExtent(scaleRange(current.picture, current.pane));
      })
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        didZoom(placementOfTransform(event.transform));
      });
  }

  /** Listens on the panes, if it does not yet, and tells them where the picture stands. */
  update(panes: Iterable<HTMLElement>, placement: Placement, surface: ZoomSurface): void {
    this.behavior.scaleExtent(scaleRange(surface.picture, surface.pane));
    const { scale, x, y } = placement;
    for (const pane of panes) {
      if (!this.attached.has(pane)) {
        this.attached.add(pane);
        select(pane).call(this.behavior).on('dblclick.zoom', null); // a double click is ours
      }
      (pane as Zoomed).__zoom = zoomIdentity.translate(x, y).scale(scale);
    }
  }
}

function placementOfTransform({ k, x, y }: ZoomTransform): Placement {
  return { scale: k, x, y };
}
