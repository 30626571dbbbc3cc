import type { PageMessage, StoredView } from '../shared/messages';
import { readViewMemory, type PageMemory } from './viewMemory';

/** What VS Code gives a page; `acquireVsCodeApi` may be called once. */
interface VsCodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: PageMemory): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function post(message: PageMessage): void {
  api.postMessage(message);
}

export function loadViewMemory(): PageMemory {
  return readViewMemory(api.getState());
}

/** Whether the page starts with a memory of its own; else it takes what the host kept of an earlier one. */
export function hasViewMemory(): boolean {
  return api.getState() !== undefined;
}

/** Keeps it for this page, and by the host for when the image is opened again. */
export function keepViewMemory({ zoom, ...memory }: PageMemory): void {
  const { view, divider, background, paletteOrder, panel, exploreView } = memory; // a page's whole state comes here
  const shared = { view, divider, background, paletteOrder, panel, exploreView };
  api.setState({ ...shared, zoom }); // what part is seen is this page's own
  if (pause === undefined) tellView(shared);
  else unsaid = shared;
}

/** A divider moves with every frame; the host hears of it now and then, and of where it stays. */
const VIEW_PAUSE_MS = 200;
let pause: ReturnType<typeof setTimeout> | undefined;
let unsaid: StoredView | undefined;

/** At once, as the page may be closed the next moment. */
function tellView(view: StoredView): void {
  post({ type: 'keepView', view });
  pause = setTimeout(() => {
    pause = undefined;
    const latest = unsaid;
    unsaid = undefined;
    if (latest) tellView(latest);
  }, VIEW_PAUSE_MS);
}
