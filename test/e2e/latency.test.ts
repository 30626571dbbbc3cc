import assert from 'node:assert/strict';
import { dragSliderAndLetGo, openFromExplorer, SAMPLES, saveBesideSource } from './mainJob';
import type { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const LATENCY_MS = 50;

/** The steps of one job: each test goes on where the one before it ended. */
describe('over a line with 50 ms of latency each way', () => {
  const workbench = useWorkbench(SAMPLES, { latencyMs: LATENCY_MS });
  let page: TesseraPage;

  it('waits for the line at every question', async () => {
    const ms = await workbench().page.evaluate(async () => {
      const start = performance.now();
      await fetch('/version', { cache: 'no-store' });
      return performance.now() - start;
    });
    assert.ok(ms >= 2 * LATENCY_MS, `${ms} ms`);
  });

  it('opens from the Explorer and shows original and reduced picture', async () => {
    page = await openFromExplorer(workbench());
  });

  it('follows the slider with an estimate, and is exact when it is let go', () => dragSliderAndLetGo(page));

  it('saves an indexed PNG of exactly that many colors and the shown size beside the source', () =>
    saveBesideSource(workbench(), page, 64, () => workbench().press('Control+s')));
});
