import assert from 'node:assert/strict';
import {
  assertOnlyNewFiles,
  dragSliderAndLetGo,
  openFromExplorer,
  SAMPLES,
  saveBesideSource,
} from './mainJob';
import type { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

/** The steps of one job: each test goes on where the one before it ended. */
describe('reducing a JPEG and saving it', () => {
  const workbench = useWorkbench(SAMPLES);
  let page: TesseraPage;

  it('opens from the Explorer and shows original and reduced picture', async () => {
    page = await openFromExplorer(workbench());
  });

  it('fits into the editor without scrolling as a whole', async () => {
    const excess = await page.frame
      .locator('html')
      .evaluate((html) => [html.scrollHeight - html.clientHeight, html.scrollWidth - html.clientWidth]);
    assert.deepEqual(excess, [0, 0]);
  });

  it('shows both pictures side by side', async () => {
    await page.frame.getByRole('radio', { name: 'Side by side' }).check();
    const original = await page.picture('Original').boundingBox();
    const reduced = await page.picture('Reduced').boundingBox();
    assert.ok(original && reduced);
    assert.ok(
      reduced.x >= original.x + original.width || reduced.y >= original.y + original.height,
      'the pictures overlap',
    );
    await page.frame.getByRole('radio', { name: 'Divider' }).check();
  });

  it('moves the divider with the mouse', async () => {
    const box = await page.picture('Original').boundingBox();
    assert.ok(box);
    const { mouse } = workbench().page;
    await mouse.move(box.x + box.width / 2, box.y + box.height / 4);
    await mouse.down();
    await mouse.move(box.x + box.width / 4, box.y + box.height / 4, { steps: 4 });
    await mouse.up();
    await page.frame.locator('[role=separator][aria-valuenow="25"]').waitFor();
  });

  it('follows the slider with an estimate, and is exact when it is let go', async () => {
    await dragSliderAndLetGo(page);
    assert.match(await page.frame.getByTestId('theory').innerText(), /24 ÷ 6 bits = 4/);
  });

  for (const [key, k] of [
    ['ArrowRight', 65],
    ['ArrowLeft', 64],
    ['PageUp', 128],
    ['PageDown', 64],
    ['End', 256],
    ['Home', 2],
    ['ArrowUp', 3],
    ['ArrowDown', 2],
  ] as const) {
    it(`goes to ${k} colors with the key ${key}`, async () => {
      await page.slider.press(key);
      await page.shows(k);
      assert.equal(await page.numberField.inputValue(), String(k));
      assert.equal(await page.swatches.count(), k);
    });
  }

  it('takes a number of colors by typing', async () => {
    await page.enterK(24);
    assert.equal(await page.slider.inputValue(), '24');
    assert.equal(await page.swatches.count(), 24);
  });

  it('saves an indexed PNG of exactly that many colors and the shown size beside the source', () =>
    saveBesideSource(workbench(), page, 24, () => page.saveButton.click()));

  it('leaves the source as it was and no other file behind', () =>
    assertOnlyNewFiles(workbench(), ['shutters.k24.png']));

  it('says what it saved, and reveals it in the Explorer', async () => {
    const { notifications, page: window } = workbench();
    await notifications.getByText(/Saved “shutters\.k24\.png”, [\d.]+ KB, \d+ % (smaller|larger)/).waitFor();
    await window.getByRole('button', { name: 'Reveal in Explorer' }).click();
    await workbench()
      .explorer.getByRole('treeitem', { name: 'shutters.k24.png', exact: true, selected: true })
      .waitFor();
  });

  it('opens the saved file in the built-in preview by a click', async () => {
    await workbench().explorerFile('shutters.k24.png').click();
    const image = workbench().builtInPreview;
    await image.waitFor();
    assert.equal(await image.evaluate((element: HTMLImageElement) => element.naturalWidth), 768);
  });
});
