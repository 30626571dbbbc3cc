/**
 * Pictures of the real editor for the walkthrough's steps: `node out/test/bench/walkthroughPictures.js` after
 * `npm run build:tests` writes them to media/walkthrough.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TesseraPage } from '../e2e/tesseraPage';
import { Workbench } from '../e2e/workbench';
import { installExtension, packageExtension } from '../host/extensionPackage';
import { projectRoot } from '../host/projectRoot';
import { runMain } from '../host/runMain';
import { EXTENSIONS_FOLDER_VARIABLE } from '../host/suiteVariables';
import { createTemporaryFolder } from '../host/temporaryFolder';

const FOLDER = join(projectRoot, 'media', 'walkthrough');

runMain(async () => {
  mkdirSync(FOLDER, { recursive: true });
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(
    await packageExtension(),
    createTemporaryFolder('walkthrough').path,
  );
  const workbench = await Workbench.open(join(projectRoot, 'samples'), { width: 1100, height: 660 });
  const page = await TesseraPage.open(workbench, 'shutters.jpg');
  await page.atRest();
  await workbench.page.getByRole('tab', { name: /^Explorer/ }).click(); // the whole width for the editor
  await workbench.explorer.waitFor({ state: 'hidden' });
  await page.atRest();
  const editor = workbench.page.locator('.part.editor');
  await editor.screenshot({ path: join(FOLDER, 'open.png') });
  await page.enterK(32);
  await page.frame.locator('aside').screenshot({ path: join(FOLDER, 'choose.png') });
  await page.saveButton.click();
  await page.saved('shutters.k32.png');
  await workbench.clearNotifications();
  await page.frame.locator('aside').screenshot({ path: join(FOLDER, 'save.png') });
  await workbench.close();
  return 0;
});
