import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { INDEXED, readPng } from './pngFile';
import { TesseraPage } from './tesseraPage';
import { difference, thumbnail } from './thumbnail';
import { useWorkbench } from './useWorkbench';

const SAMPLES = join(projectRoot, 'samples');
const SOURCE = 'shutters.jpg';

/** The steps of one job: each test goes on where the one before it ended. */
describe('reducing a JPEG and saving it', () => {
  const workbench = useWorkbench(SAMPLES);
  const source = readFileSync(join(SAMPLES, SOURCE));
  let page: TesseraPage;

  it('opens from the Explorer and shows original and reduced picture', async () => {
    page = await TesseraPage.open(workbench(), SOURCE);
    await page.atRest(16);
    const expected = await thumbnail(source);
    const original = await page.thumbnail('Original');
    const reduced = await page.thumbnail('Reduced');
    assert.ok(difference(original, expected) < 6, `original differs by ${difference(original, expected)}`);
    assert.ok(difference(reduced, expected) < 12, `reduced differs by ${difference(reduced, expected)}`);
    assert.notDeepEqual(reduced, original);
    assert.equal(
      await page.frame.getByTestId('original-size').getAttribute('title'),
      `${source.byteLength.toLocaleString('en-US')} bytes`,
    );
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
    const estimate = page.reducedSize.filter({ hasText: '≈' });
    const before = await page.exactByteLength();
    await page.dragSlider(16, 64);
    await estimate.waitFor();
    assert.equal(await page.numberField.inputValue(), '64');
    await page.shows(64);
    assert.equal(await page.swatches.count(), 64);
    await page.releaseSlider();
    await page.atRest(64);
    assert.ok((await page.exactByteLength()) > before);
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

  it('saves an indexed PNG of exactly that many colors and the shown size beside the source', async () => {
    const shown = await page.exactByteLength();
    const palette = await page.swatches.count();
    await page.save('shutters.k24.png');
    const saved = await readPng(workbench().path('shutters.k24.png'));
    assert.equal(saved.colorType, INDEXED);
    assert.equal(saved.colors, palette);
    assert.equal(saved.colors, 24);
    assert.equal(saved.bytes.byteLength, shown);
    assert.deepEqual([saved.width, saved.height], [768, 512]);
    assert.ok(difference(await thumbnail(saved.bytes), await thumbnail(source)) < 12);
  });

  it('leaves the source as it was and no other file behind', () => {
    assert.deepEqual(readFileSync(workbench().path(SOURCE)), source);
    assert.deepEqual(
      readdirSync(workbench().path()).sort(),
      [...readdirSync(SAMPLES).filter((file) => !/\.k\d+\.png$/.test(file)), 'shutters.k24.png'].sort(),
    );
  });

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
