/**
 * Pictures of the editor in each of its states, for looking at: in each theme, wide and narrow.
 * `npm run screenshots:states [-- dark|light|hc|1280|400…]` writes out/screenshots/state-NAME-THEME-WIDTH.png.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROKEN_IMAGES } from '../e2e/brokenImages';
import { StagePage } from '../e2e/stagePage';
import { TesseraPage } from '../e2e/tesseraPage';
import { Workbench } from '../e2e/workbench';
import { installExtension, packageExtension } from '../host/extensionPackage';
import { projectRoot } from '../host/projectRoot';
import { runMain } from '../host/runMain';
import { EXTENSIONS_FOLDER_VARIABLE } from '../host/suiteVariables';
import { createTemporaryFolder } from '../host/temporaryFolder';
import type { Theme } from '../host/workbenchSettings';

const THEMES: Theme[] = ['dark', 'light', 'hc'];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 400, height: 900 },
];
const VIEWS = ['Side by side', 'Original', 'Reduced', 'Difference', 'Four numbers of colors', 'Divider'];
/** Until what was just done has faded in, in ms. */
const SETTLING_MS = 500;

runMain(async () => {
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(
    await packageExtension(),
    createTemporaryFolder('states').path,
  );
  const words = process.argv.slice(2);
  for (const theme of THEMES) {
    for (const size of SIZES) {
      const ending = `${theme}-${size.width}`;
      if (words.every((word) => ending.includes(word))) await takePictures(theme, size, ending);
    }
  }
  return 0;
});

async function takePictures(
  theme: Theme,
  size: { width: number; height: number },
  ending: string,
): Promise<void> {
  const [broken] = BROKEN_IMAGES;
  const workbench = await Workbench.open(join(projectRoot, 'samples'), {
    theme,
    ...size,
    prepare: (folder) => writeFileSync(join(folder, broken!.name), broken!.bytes),
  });
  const take = async (state: string) => {
    await workbench.page.waitForTimeout(SETTLING_MS);
    console.log(await workbench.screenshot(`state-${state}-${ending}`));
  };
  /** In a narrow window the side bar is hidden, as a person would hide it. */
  const open = async (file: string) => {
    const page = await TesseraPage.open(workbench, file);
    if (size.width < 600) {
      await workbench.page.getByRole('tab', { name: /^Explorer/ }).click();
      await workbench.explorer.waitFor({ state: 'hidden' });
    }
    return page;
  };
  const close = async () => {
    await workbench.closeEditors();
    if (size.width < 600) await workbench.page.getByRole('tab', { name: /^Explorer/ }).click();
    await workbench.explorer.waitFor();
  };

  let page = await open('shutters.jpg');
  await page.atRest();
  const stage = new StagePage(page, workbench);
  for (const view of VIEWS) {
    await stage.view(view);
    await take(`view-${view.toLowerCase().replaceAll(' ', '-')}`);
  }
  await page.enterK(8);
  await page.swatches.nth(1).click();
  await take('color-chosen');
  await page.frame.getByRole('toolbar').getByRole('button', { name: 'Recolor…' }).click();
  await take('recoloring');
  await page.frame.getByRole('button', { name: 'Done' }).click();
  await page.swatches.nth(2).click({ button: 'right' });
  await take('menu-of-colors');
  await workbench.press('Escape');
  await page.frame.getByRole('button', { name: 'Add a color' }).click();
  await page.frame.getByRole('button', { name: 'Pick a color from the picture' }).click();
  await take('eyedropper');
  await workbench.press('Escape');
  await page.frame.getByText('Advanced', { exact: true }).click();
  await page.frame.getByText('Advanced', { exact: true }).scrollIntoViewIfNeeded();
  await take('advanced');
  await page.frame.locator('summary', { hasText: 'Target' }).click();
  await page.frame.getByRole('button', { name: 'Find Colors' }).click();
  await take('target-running');
  await page.frame.getByTestId('target-outcome').filter({ hasText: 'colors' }).waitFor();
  await page.atRest();
  await take('target-found');
  await page.saveButton.click();
  await page.frame.locator('.saved').waitFor();
  await workbench.clearNotifications();
  await take('saved');
  await page.numberField.fill('1000');
  await page.numberField.press('Enter');
  await page.atRest(1000);
  await take('thousand-colors');
  await close();

  page = await open('hats.png');
  await page.atRest();
  rmSync(workbench.path('hats.png'));
  await page.frame.getByText('was deleted or moved').waitFor();
  await take('file-gone');
  await close();
  page = await open('address-book-icon.png');
  await page.atRest();
  await take('transparent-icon');
  await close();
  page = await open(broken!.name);
  await page.alert.waitFor();
  await take('unreadable');
  await workbench.close();
}
