import type { PageMessage } from '../shared/messages';
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

export function keepViewMemory({ view, divider, background, paletteOrder, zoom }: PageMemory): void {
  api.setState({ view, divider, background, paletteOrder, zoom });
}
