import type { PageMessage } from '../shared/messages';
import { readViewMemory, type ViewMemory } from './viewMemory';

/** What VS Code gives a page; `acquireVsCodeApi` may be called once. */
interface VsCodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: ViewMemory): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function post(message: PageMessage): void {
  api.postMessage(message);
}

export function loadViewMemory(): ViewMemory {
  return readViewMemory(api.getState());
}

export function keepViewMemory({ view, divider, paletteOrder }: ViewMemory): void {
  api.setState({ view, divider, paletteOrder });
}
