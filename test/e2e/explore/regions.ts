import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from '../../host/eventually';
import { violations } from '../axe';
import { readPng } from '../pngFile';
import { TesseraPage } from '../tesseraPage';
import type { Workbench } from '../workbench';

const GRAY = 0;
const TRUECOLOR = 2;
const TRUECOLOR_ALPHA = 6;

export function exploreRegions(workbench: () => Workbench): void {
  let page: TesseraPage;

  before(async () => {
    page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest();
    await page.frame.getByRole('tab', { name: 'Explore', exact: true }).click();
  });

  /** Presses a button that exports, and saves under the proposed name. */
  async function exportBy(button: string, name: string): Promise<string> {
    await page.frame.getByRole('button', { name: button }).click();
    const input = workbench().quickInput.locator('input[type=text]');
    await eventually(async () => assert.equal(await input.inputValue(), workbench().path(name)));
    await workbench().answerQuickInput(workbench().path(name));
    await workbench().notifications.getByText(`Saved “${name}”`).waitFor();
    await workbench().clearNotifications();
    return workbench().path(name);
  }

  describe('as segments', () => {
    const rows = () => page.frame.locator('tessera-segment-table tbody tr');
    const sum = () => page.frame.getByRole('heading', { name: /^Selected: / });
    const facts = () => page.frame.locator('tessera-explore-segments .sum p');
    const pixelsIn = (text: string) => Number(/([\d,]+) p/.exec(text)![1]!.replaceAll(',', ''));
    const shownVeil = () =>
      page.frame.locator('canvas.veil').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        let clear = 0;
        for (let at = 3; at < data.length; at += 4) if (data[at] === 0) clear++;
        return (4 * clear) / data.length;
      });

    before(async () => {
      await page.frame.getByRole('tab', { name: 'Segments' }).click();
      await rows().first().waitFor();
    });

    it('tells the area of those selected by clicks and keys, and dims all others', async () => {
      assert.equal(await rows().count(), 16);
      await page.frame.getByRole('heading', { name: 'Nothing selected' }).waitFor();
      await rows().nth(0).click();
      const [largest, second] = await Promise.all([0, 1].map((row) => rows().nth(row).innerText()));
      assert.equal(pixelsIn(await facts().innerText()), pixelsIn(largest!));
      await rows().nth(0).getByRole('checkbox').press('ArrowDown');
      await rows().nth(1).locator('input:focus').press(' ');
      const together = pixelsIn(largest!) + pixelsIn(second!);
      await eventually(async () => assert.equal(pixelsIn(await facts().innerText()), together));
      const share = together / (768 * 512);
      assert.equal(await sum().innerText(), `Selected: ${(100 * share).toFixed(1)} % of the picture`);
      await workbench().page.mouse.move(0, 0); // a row that is pointed at is shown alone
      await eventually(async () => assert.ok(Math.abs((await shownVeil()) - share) < 0.05));
      assert.deepEqual(await violations(page), []);
    });

    it('sorts them by any figure', async () => {
      const heading = (name: string) => page.frame.getByRole('columnheader', { name });
      await heading('Regions').getByRole('button').click();
      assert.equal(await heading('Regions').getAttribute('aria-sort'), 'descending');
      const regions = async () => (await numbersOf(rows().locator('td:nth-of-type(2)'))).join();
      const falling = (await numbersOf(rows().locator('td:nth-of-type(2)'))).sort((a, b) => b - a);
      assert.equal(await regions(), falling.join());
      await heading('Regions').getByRole('button').click();
      assert.equal(await regions(), falling.reverse().join());
    });

    it('saves the selected as a mask and as a cut-out, and all as a label map', async () => {
      const pixels = pixelsIn(await facts().innerText());
      const mask = await readPng(await exportBy('Mask…', 'shutters-mask.png'));
      assert.deepEqual([mask.colorType, mask.bytes[24], mask.colors], [GRAY, 1, 2]);
      const white = (at: number) => mask.rgba[4 * at] === 255;
      const places = [...Array(768 * 512).keys()].filter(white);
      assert.equal(places.length, pixels);
      const cutOut = await readPng(await exportBy('Cut-out…', 'shutters-cutout.png'));
      assert.equal(cutOut.colorType, TRUECOLOR_ALPHA);
      const opaque = [...Array(768 * 512).keys()].filter((at) => cutOut.rgba[4 * at + 3] === 255);
      assert.deepEqual(opaque, places);
      const labels = await readPng(await exportBy('Label map…', 'shutters-labels.png'));
      assert.deepEqual([labels.colorType, labels.colors], [GRAY, 16]);
    });
  });

  describe('as a low-rank picture', () => {
    const field = () => page.frame.getByRole('spinbutton', { name: /Number of components/ });
    const figure = (id: string) => page.frame.getByTestId(`method-${id}`).locator('td').last();
    const enter = async (components: number) => {
      await field().fill(String(components));
      await field().press('Enter');
    };
    const done = () => page.frame.getByText(/^\d+ iterations, coarse to fine\.$/).waitFor();

    before(async () => {
      await page.frame.getByRole('tab', { name: 'Low rank' }).click();
      await done();
    });

    it('stands beside k-means, closer the more components it has', async () => {
      await enter(3);
      await page.frame.getByText('NMF · 3 components', { exact: true }).waitFor();
      await done();
      const few = parseFloat(await figure('psnr').innerText());
      await enter(12);
      await page.frame.getByText('NMF · 12 components', { exact: true }).waitFor();
      await done();
      assert.ok(parseFloat(await figure('psnr').innerText()) > few + 1);
      assert.equal(await figure('numbers').innerText(), (3 * 12 * (768 + 512)).toLocaleString('en-US'));
      await page.frame.getByRole('radio', { name: 'k-means' }).check();
      await page.frame.getByRole('img', { name: 'Reduced picture, 16 colors' }).waitFor();
      assert.deepEqual(await violations(page), []);
    });

    it('is saved with the size that is shown', async () => {
      const size = await figure('file').innerText();
      const saved = await readPng(await exportBy('Save as PNG…', 'shutters-nmf12.png'));
      assert.deepEqual([saved.colorType, saved.width, saved.height], [TRUECOLOR, 768, 512]);
      assert.equal(`${(saved.bytes.length / 1000).toFixed(0)} KB`, size);
    });

    it('shows itself while it is computed, and is cancelled', async () => {
      await enter(200);
      await page.frame.getByText(/^NMF · 200 components · \d+ %$/).waitFor();
      await page.frame.getByRole('button', { name: 'Cancel' }).click();
      await page.frame.getByText('Cancelled.').waitFor();
      await page.frame.getByRole('button', { name: 'Compute' }).waitFor();
      assert.equal(await figure('psnr').innerText(), '…');
    });
  });
}

async function numbersOf(cells: Locator): Promise<number[]> {
  return (await cells.allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
}
