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
export function keepViewMemory({ view, divider, background, paletteOrder, zoom }: PageMemory): void {
  const memory = { view, divider, background, paletteOrder, zoom };
  api.setState(memory);
  keptView = memory;
  keeping ??= setTimeout(() => {
    keeping = undefined;
    post({ type: 'keepView', view: keptView });
  }, KEEP_AFTER_MS);
}

/** A divider moves with every frame; the host needs to hear where it stays. */
const KEEP_AFTER_MS = 200;
let keptView: StoredView = {};
let keeping: ReturnType<typeof setTimeout> | undefined;
