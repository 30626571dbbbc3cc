import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

describe('a target instead of a number of colors', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'));
  let page: TesseraPage;

  before(async () => {
    page = await TesseraPage.open(workbench(), 'address-book-icon.png');
    await page.atRest();
    await page.frame.getByText('Target', { exact: true }).click();
  });

  const limit = () => page.frame.getByRole('textbox', { name: /File at most/ });
  const outcome = (text: string | RegExp) =>
    page.frame.getByTestId('target-outcome').filter({ hasText: text });

  async function find(kilobytes: string): Promise<void> {
    await limit().fill(kilobytes);
    await page.frame.getByRole('button', { name: 'Find Colors' }).click();
  }

  it('finds the most colors whose file is small enough, to be saved as it is', async () => {
    await find('5');
    await page.frame
      .getByTestId('target-progress')
      .filter({ hasText: /\d+ tried; \d+ colors: / })
      .waitFor();
    const found = await outcome(/\d+ colors: [\d.]+ KB\./).innerText();
    const k = Number(/\d+/.exec(found)?.[0]);
    assert.ok(k > 16, `${k} colors`);
    await page.atRest(k);
    const byteLength = await page.exactByteLength();
    assert.ok(byteLength <= 5000, `${byteLength} bytes`);
    const name = `address-book-icon.k${k}.png`;
    await page.save(name);
    assert.equal(statSync(workbench().path(name)).size, byteLength);
  });

  it('is one step to undo', async () => {
    await page.undoButton.click();
    await page.atRest(16);
    assert.equal(await page.undoButton.getAttribute('aria-disabled'), 'true');
  });

  it('says what comes nearest when no file is small enough', async () => {
    await find('0.1');
    await outcome(/No palette gives a file of at most 100 B\. The nearest: 2 colors, /).waitFor();
    await page.atRest(16);
  });

  it('can be cancelled, and leaves everything as it was', async () => {
    await find('6');
    await page.frame.getByRole('button', { name: 'Cancel' }).click();
    await outcome('The search was cancelled.').waitFor();
    await page.atRest(16);
    assert.equal(await page.slider.inputValue(), '16');
  });

  it('refuses a limit that is none', async () => {
    await limit().fill('-3');
    await outcome('From 0.05 to 1000000.').waitFor();
    const button = page.frame.getByRole('button', { name: 'Find Colors' });
    assert.notEqual(await button.getAttribute('disabled'), null);
  });
});
