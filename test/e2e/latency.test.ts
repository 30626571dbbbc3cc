import assert from 'node:assert/strict';
import { FIRST_FILE } from './firstFile';
import { dragSliderAndLetGo, openFromExplorer, SAMPLES, saveBesideSource } from './mainJob';
import { recordMoves } from './recordedMoves';
import type { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const LATENCY_MS = 50;

/** The steps of one job: each test goes on where the one before it ended. */
describe('over a line with 50 ms of latency each way', () => {
  const workbench = useWorkbench(SAMPLES, { latencyMs: LATENCY_MS, settings: FIRST_FILE });
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

  it('answers the last of many moves, without working through those before it', async () => {
    const recorded = await recordMoves(page);
    await page.dragSlider(64, 65);
    const { mouse } = workbench().page;
    const [far, end] = [await page.placeOnSlider(256), await page.placeOnSlider(9)];
    await mouse.move(far.x, far.y, { steps: 20 });
    await mouse.move(end.x, end.y, { steps: 40 });
    const moved = await recorded();
    await page.shows(9);
    const shown = await recorded();
    await page.releaseSlider();
    await page.atRest(9);
    const atRest = await recorded();

    assert.ok(moved.moves > 20, `only ${moved.moves} moves`);
    const late = shown.palettes.length - moved.palettes.length;
    assert.ok(late < moved.moves / 2, `${late} palettes after ${moved.moves} moves were over`);
    const last = shown.palettes.indexOf(9);
    assert.ok(last > 0, `${shown.palettes.join()}`);
    assert.ok(
      atRest.palettes.slice(last).every((k) => k === 9),
      `${atRest.palettes.join()}`,
    );
  });
});
