/** Steps with the editor's page that tests and benches share. */
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from '../e2e/workbench';

/** Opens an image by right-click and settles when the exact result is shown. */
export async function openEditor(workbench: Workbench, file: string): Promise<FrameLocator> {
  await workbench.explorerContextMenu(file, 'Reduce Palette…');
  const frame = workbench.tesseraFrame();
  await atRest(frame);
  return frame;
}

/** Settles when the page shows an exact size: the file that Save writes. */
export async function atRest(frame: FrameLocator): Promise<void> {
  await frame.locator('[data-testid="reduced-size"]').filter({ hasNotText: '≈' }).waitFor();
}
