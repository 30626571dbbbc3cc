import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { StagePage } from './stagePage';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

/** More tab stops than the page has between any two of its controls. */
const MOST_TABS = 40;

/** The whole job without a mouse. No element is given the focus: keys alone take it where it goes. */
describe('the main job by keyboard alone', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'), { settings: FIRST_FILE });
  let page: TesseraPage;
  let stage: StagePage;

  /** Presses Tab, or what is given, until the focus is there. */
  async function tabTo(place: Locator, key = 'Tab'): Promise<void> {
    const focused = place.and(page.frame.locator(':focus'));
    for (let tabs = 0; (await focused.count()) === 0; tabs++) {
      assert.ok(tabs < MOST_TABS, `${String(place)} is not reached`);
      await workbench().press(key);
    }
  }

  const isFocused = (place: Locator) => place.and(page.frame.locator(':focus')).waitFor();

  it('opens an image from the Explorer', async () => {
    await workbench().runCommand('File: Focus on Files Explorer');
    await workbench().press('Home');
    const image = workbench().explorerFile('shutters.jpg');
    for (let downs = 0; !(await image.evaluate((row) => row.classList.contains('focused'))); downs++) {
      assert.ok(downs < MOST_TABS, 'the file is not reached');
      await workbench().press('ArrowDown');
    }
    await workbench().press('Shift+F10');
    const entry = workbench().page.locator('.monaco-menu').getByRole('menuitem', { name: 'Reduce Palette…' });
    await entry.waitFor();
    for (let downs = 0; !(await entry.evaluate((item) => item.matches(':focus, :focus-within'))); downs++) {
      assert.ok(downs < MOST_TABS, 'the entry is not reached');
      await workbench().press('ArrowDown');
    }
    await workbench().press('Enter');
    page = await TesseraPage.visible(workbench(), 'shutters.jpg');
    stage = new StagePage(page, workbench());
    await page.atRest(16);
  });

  it('changes the number of colors', async () => {
    await tabTo(page.slider);
    await workbench().press('PageDown');
    await page.atRest(8);
  });

  it('resets it and is still there', async () => {
    const reset = page.frame.getByRole('button', { name: 'Reset the number of colors to 16' });
    await tabTo(reset, 'Shift+Tab');
    await workbench().press('Enter');
    await page.atRest(16);
    await isFocused(reset);
    await workbench().press('Control+z');
    await page.atRest(8);
  });

  it('chooses and locks all colors, and unlocks them', async () => {
    const first = page.swatches.first();
    await tabTo(first);
    await workbench().press('Control+a');
    await page.frame.getByText('8 colors chosen').waitFor();
    await isFocused(first);
    await workbench().press('l');
    await page.frame.getByText('All 8 colors are locked.').waitFor();
    await page.atRest(8);
    await tabTo(page.frame.getByRole('button', { name: 'Unlock all' }), 'Shift+Tab');
    await workbench().press('Enter');
    await page.atRest(8);
    await isFocused(page.swatches.first());
  });

  it('locks one color, which stays through another number of colors', async () => {
    await workbench().press('Escape', 'End', 'l');
    const locked = page.frame.getByRole('option', { name: /, locked$/ });
    await locked.waitFor();
    const hex = ((await locked.getAttribute('aria-label')) ?? '').slice(0, 7);
    await page.atRest(8);
    await tabTo(page.slider, 'Shift+Tab');
    await workbench().press('ArrowLeft');
    await page.atRest(7);
    assert.ok((await locked.getAttribute('aria-label'))?.startsWith(hex));
  });

  it('finds colors for a size, with the focus on its button all the time', async () => {
    await tabTo(page.frame.locator('summary', { hasText: 'Target' }));
    await workbench().press('Enter');
    const find = page.frame.getByRole('button', { name: 'Find Colors' });
    await tabTo(find);
    await workbench().press('Enter');
    await page.frame.getByTestId('target-outcome').filter({ hasText: 'colors' }).waitFor();
    await isFocused(find);
    await page.atRest();
    await workbench().press('Control+z');
    await page.atRest(7);
  });

  it('switches the view and zooms', async () => {
    await tabTo(page.frame.getByRole('radio', { checked: true }), 'Shift+Tab');
    await workbench().press('ArrowRight');
    await page.frame.getByRole('radio', { name: 'Side by side', checked: true }).waitFor();
    await tabTo(stage.pane);
    await workbench().press('0');
    const before = await stage.scale();
    await workbench().press('+', '+');
    await eventually(async () =>
      assert.ok((await stage.scale()) > 1.9 * before, 'two steps are twice as large'),
    );
  });

  it('saves', async () => {
    await tabTo(page.saveButton);
    await workbench().press('Enter');
    await page.saved('shutters.k7.png');
  });
});
