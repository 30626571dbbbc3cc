import assert from 'node:assert/strict';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { THEMES, type Theme } from '../host/workbenchSettings';
import { violations } from './axe';
import { BROKEN_IMAGES } from './brokenImages';
import { FIRST_FILE } from './firstFile';
import { StagePage } from './stagePage';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const THEME_NAMES = Object.keys(THEMES) as Theme[];

/** An icon with a session of its own. */
const SMALL = 'small.png';

describe('accessibility of the page in every theme', () => {
  const [broken] = BROKEN_IMAGES;
  let theme: Theme = 'dark';
  const workbench = useWorkbench(join(projectRoot, 'samples'), {
    theme,
    settings: FIRST_FILE,
    prepare(folder) {
      writeFileSync(join(folder, broken!.name), broken!.bytes);
      copyFileSync(join(folder, 'address-book-icon.png'), join(folder, SMALL));
    },
  });

  afterEach(() => workbench().closeEditors());

  /** Asks axe-core about what is shown in each theme, beginning with the present one; the last one stays. */
  async function check(page: TesseraPage, state = '', themes = THEME_NAMES): Promise<void> {
    for (const next of [...themes].sort((a, b) => Number(b === theme) - Number(a === theme))) {
      if (next !== theme) await workbench().changeTheme(next);
      theme = next;
      assert.deepEqual(await violations(page), [], `${state} (${theme})`);
    }
  }

  it('of every view', async () => {
    const page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest();
    const stage = new StagePage(page, workbench());
    for (const view of [
      'Side by side',
      'Original',
      'Reduced',
      'Difference',
      'Four numbers of colors',
      'Divider',
    ]) {
      await stage.view(view);
      await check(page, view);
    }
  });

  it('of the palette while it is edited, and its menus', async () => {
    const page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.enterK(8);
    const button = (name: string | RegExp) => page.frame.getByRole('button', { name });
    const tool = (name: string) => page.frame.getByRole('toolbar').getByRole('button', { name });
    const menu = page.frame.getByRole('menu');

    await page.swatches.nth(1).click();
    await check(page, 'a chosen color, pointed at');
    await tool('Lock').click();
    await page.atRest(8);
    await check(page, 'a locked color');
    await tool('Recolor…').click();
    await check(page, 'recoloring');
    await button('Done').click();
    await page.swatches.nth(2).click({ modifiers: ['Control'] });
    await check(page, 'several chosen colors');
    await page.swatches.nth(2).click({ button: 'right' });
    await menu.waitFor();
    await check(page, 'the menu of colors');
    await workbench().press('Escape');
    await button(/^Sort/).click();
    await menu.waitFor();
    await check(page, 'the menu of orders');
    await workbench().press('Escape');
    await button('Add a color').click();
    await button('Pick a color from the picture').click();
    await check(page, 'the eyedropper');
  });

  it('of a search for a target, running and ended', async () => {
    const page = await TesseraPage.open(workbench(), SMALL);
    await page.atRest();
    await page.frame.locator('summary', { hasText: 'Target' }).click();
    await page.frame.getByRole('button', { name: 'Find Colors' }).click();
    await check(page, 'begun', [theme]); // It may have ended by the time that a second theme is there.
    await page.frame.getByTestId('target-outcome').filter({ hasText: 'colors' }).waitFor();
    await page.atRest();
    await check(page, 'ended');
  });

  it('of hundreds of colors', async () => {
    const page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.enterK(300);
    // The grid has no text, so the theme matters little, and it takes axe-core seconds.
    await check(page, 'a grid', [theme]);
  });

  it('of every view of Explore', async () => {
    const page = await TesseraPage.open(workbench(), 'hard_candy.png');
    await page.atRest();
    await page.frame.getByRole('tab', { name: 'Explore', exact: true }).click();
    const tabs = page.frame.getByRole('tablist', { name: 'Views' }).getByRole('tab');
    const statuses = page.frame.getByRole('tabpanel').getByRole('status');
    for (const view of await tabs.allInnerTexts()) {
      await tabs.getByText(view, { exact: true }).click();
      await eventually(async () => {
        const busy = (await statuses.allInnerTexts()).filter((text) => /…$|iteration/.test(text));
        assert.deepEqual(
          busy.filter((text) => !/^\d+ iterations?[.,]/.test(text)),
          [],
          view,
        );
      });
      // In the dark theme the views' own tests ask axe-core, in more states.
      await check(page, view, ['light', 'hc']);
    }
  });

  it('of a file that is gone from the disk', async () => {
    const page = await TesseraPage.open(workbench(), 'hats.png');
    await page.atRest();
    rmSync(workbench().path('hats.png'));
    await page.frame.getByText('was deleted or moved').waitFor();
    await check(page);
  });

  it('of an icon, with every fold open', async () => {
    const page = await TesseraPage.open(workbench(), 'address-book-icon.png');
    await page.atRest();
    for (const fold of await page.frame.locator('summary').all()) await fold.click();
    await check(page);
  });

  it('of an image that cannot be read', async () => {
    const page = await TesseraPage.open(workbench(), broken!.name);
    await page.alert.waitFor();
    await check(page);
  });
});
