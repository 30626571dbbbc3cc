import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { StagePage } from './stagePage';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

/** What is wider than the room it has, by its text. */
function cutOff(places: Locator): Promise<string[]> {
  return places.evaluateAll((all) =>
    all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent ?? ''),
  );
}

describe('in a narrow editor', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'), {
    width: 400,
    height: 800,
    settings: FIRST_FILE,
  });
  let page: TesseraPage;
  let stage: StagePage;

  before(async () => {
    await workbench().explorerContextMenu('address-book-icon.png', 'Reduce Palette…');
    // The whole width is the editor's.
    await workbench()
      .page.getByRole('tab', { name: /^Explorer/ })
      .click();
    await workbench().explorer.waitFor({ state: 'hidden' });
    page = await TesseraPage.visible(workbench(), 'address-book-icon.png');
    stage = new StagePage(page, workbench());
    await page.atRest(16);
  });

  it('has room for everything in its header', async () => {
    assert.deepEqual(await cutOff(page.frame.locator('main, header, .facts')), []);
  });

  it('tells all sizes of the four-up view, of the present picture the one of its file', async () => {
    await stage.view('Four numbers of colors');
    const takes = page.frame.locator('.take');
    await takes.filter({ hasText: 'KB' }).nth(3).waitFor();
    assert.deepEqual(await cutOff(takes), []);
    const taken = await page.frame.locator('.take[aria-pressed=true]').innerText();
    assert.equal(taken, `16 colors · ${await page.reducedSize.innerText()}`);
    await stage.view('Divider');
  });

  it('keeps the picture in sight, and undimmed, while a color is replaced', async () => {
    await page.swatches.last().click();
    const dimmed = await veiled(page);
    await page.frame.getByRole('toolbar').getByRole('button', { name: 'Recolor…' }).click();
    await page.frame.getByRole('textbox', { name: /as hex$/ }).waitFor();
    assert.ok(dimmed > 0, 'a chosen color was not shown among dimmed ones');
    assert.equal(await veiled(page), 0);
    const box = await stage.pane.boundingBox();
    const field = await page.frame.getByRole('textbox', { name: /as hex$/ }).boundingBox();
    assert.ok(box && field && box.y > 0 && box.y + box.height < field.y, 'the picture is out of sight');
  });

  it('scrolls in one direction only at 200 %', async () => {
    await workbench().page.setViewportSize({ width: 640, height: 400 });
    assert.deepEqual(await cutOff(page.frame.locator('html, main')), []);
    await page.swatches.first().focus();
    await page.swatches.first().click({ trial: true }); // nothing lies over it
  });
});

/** Pixels of the picture that a highlight dims. */
function veiled(page: TesseraPage): Promise<number> {
  return page.frame.locator('canvas.veil').evaluate((canvas: HTMLCanvasElement) => {
    if (canvas.width * canvas.height === 0 || getComputedStyle(canvas).display === 'none') return 0;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, at) => at % 4 === 3 && value > 0).length;
  });
}
