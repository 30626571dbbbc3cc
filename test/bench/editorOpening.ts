/** From choosing “Reduce Palette…” to what a person sees, in milliseconds. */
import type { FrameLocator, Page } from 'playwright-core';
import { markMade, marksOf } from './editorMarks';
import type { Workbench } from '../e2e/workbench';

export interface OpeningTimes {
  /** The original stands in the editor. */
  original: number;
  /** The first reduced picture is beside it. */
  preview: number;
  /** The file that Save would write is shown. */
  rest: number;
}

/** Opens the picture by right-click; settles at rest. */
export async function timeOpening(
  workbench: Workbench,
  file: string,
): Promise<{ frame: FrameLocator; times: OpeningTimes }> {
  await markKeys(workbench.page);
  await workbench.explorerContextMenu(file, 'Reduce Palette…');
  const frame = workbench.tesseraFrame();
  await markMade(frame, 'tessera:rest');
  await markMade(frame, 'tessera:original'); // the browser's decoder may be the slower one
  const chosenAt = await lastKey(workbench.page);
  const marks = await marksOf(frame);
  const after = (...names: string[]) => marks.find(({ name }) => names.includes(name))!.at - chosenAt;
  const times = {
    original: after('tessera:original'),
    preview: after('tessera:painted', 'tessera:rest'),
    rest: after('tessera:rest'),
  };
  return { frame, times };
}

/** Closes the picture's tab; settles when its page is gone. */
export async function closeEditor(workbench: Workbench, file: string): Promise<void> {
  await workbench.page.locator(`.tab[data-resource-name="${file}"]`).click({ button: 'middle' });
  await workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
}

const KEY_MARK = 'bench:key';

/** Menus act when Enter is let go; the event knows when that was. */
async function markKeys(page: Page): Promise<void> {
  await page.evaluate((name) => {
    if (performance.getEntriesByName(name).length > 0) return; // is listening already
    performance.mark(name);
    window.addEventListener(
      'keyup',
      ({ timeStamp }) => performance.mark(name, { startTime: timeStamp }),
      true,
    );
  }, KEY_MARK);
}

function lastKey(page: Page): Promise<number> {
  return page.evaluate((name) => {
    const times = performance.getEntriesByName(name).map(({ startTime }) => startTime);
    return performance.timeOrigin + Math.max(...times);
  }, KEY_MARK);
}
