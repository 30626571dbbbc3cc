import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eventually } from '../../host/eventually';
import { TesseraPage } from '../tesseraPage';
import type { Workbench } from '../workbench';

export function explorePanel(workbench: () => Workbench): void {
  let page: TesseraPage;

  before(async () => {
    page = await TesseraPage.open(workbench(), 'address-book-icon.png');
    await page.atRest();
  });

  it('opens by the command, and is left and found again by arrow keys', async () => {
    await workbench().runCommand('Tessera: Explore k-means');
    const panels = page.frame.getByRole('tablist', { name: 'Panels' });
    const explore = panels.getByRole('tab', { name: 'Explore' });
    await eventually(async () => assert.equal(await explore.getAttribute('aria-selected'), 'true'));
    await explore.press('ArrowLeft');
    await page.slider.waitFor();
    await panels.getByRole('tab', { name: 'Reduce' }).press('End');
    await page.frame.getByRole('tablist', { name: 'Views' }).waitFor();
    assert.equal(await page.slider.count(), 0);
  });

  it('tells what the picture costs to store, and saves that as a table', async () => {
    await page.frame.getByRole('tab', { name: 'Storage' }).click();
    const row = page.frame.getByRole('row', { name: /^Labels and codebook/ });
    await row.waitFor();
    const components = page.frame.getByRole('slider', { name: /Components/ });
    await components.press('Home');
    await page.frame.getByRole('row', { name: /^Low rank, 1 components? / }).waitFor();
    await page.frame.getByRole('button', { name: 'Compute' }).click();
    const lowRank = page.frame.getByRole('row', { name: /^Low rank, 1 components? .*PNG$/ });
    await lowRank.waitFor();
    await page.frame.getByRole('button', { name: 'Export as CSV…' }).click();
    await workbench().answerFileDialog(workbench().path('costs.csv'));
    await workbench().notifications.getByText('Saved “costs.csv”').waitFor();
    await workbench().clearNotifications();
    const csv = await eventually(() => readFileSync(workbench().path('costs.csv'), 'utf8'));
    const [headings, original, palette] = csv.split('\r\n');
    assert.match(headings ?? '', /^stored as,numbers,bits,factor,file bytes$/);
    assert.match(original ?? '', /^original,65536,524288,1\.000,\d+$/);
    assert.match(palette ?? '', /^labels and codebook of 16 colors,16448,66048,7\.938,\d+$/);
    const sizes = [palette, csv.split('\r\n')[3]].map((line) => Number(/\d+$/.exec(line ?? '')?.[0]));
    const titles = await Promise.all(
      [row, lowRank].map((each) => each.getByRole('cell').last().locator('span').getAttribute('title')),
    );
    assert.deepEqual(
      titles,
      sizes.map((size) => `${size.toLocaleString('en-US')} bytes`),
    );
  });
}
