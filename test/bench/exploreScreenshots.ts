/**
 * Pictures of the Explore panel, for looking at: each view, in each theme, wide and narrow.
 * `npm run screenshots:explore [-- words of the names]` writes out/screenshots/explore-VIEW-THEME-WIDTH.png.
 */
import { join } from 'node:path';
import { atRest, openEditor } from './editorPage';
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
/** What a view needs for its answers, in ms. */
const SETTLING_MS = 2500;

runMain(async () => {
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(
    await packageExtension(),
    createTemporaryFolder('screenshots').path,
  );
  const words = process.argv.slice(2);
  for (const theme of THEMES) {
    for (const size of SIZES) await takePictures(theme, size, words);
  }
  return 0;
});

async function takePictures(
  theme: Theme,
  size: { width: number; height: number },
  words: string[],
): Promise<void> {
  const isWanted = (name: string) => words.every((word) => name.includes(word));
  const ending = `${theme}-${size.width}`;
  // Opening an editor takes seconds: not for a theme or width that no name is wanted of.
  if (words.some((word) => /^(dark|light|hc|\d+)$/.test(word) && !ending.includes(word))) return;
  const workbench = await Workbench.open(join(projectRoot, 'samples'), { theme, ...size });
  const frame = await openEditor(workbench, 'shutters.jpg');
  if (size.width < 600) {
    // A click on the view that is open hides the side bar: the whole width is the editor's.
    await workbench.page.getByRole('tab', { name: /^Explorer/ }).click();
    await workbench.explorer.waitFor({ state: 'hidden' });
  }
  await atRest(frame);
  await frame.getByRole('tab', { name: 'Explore', exact: true }).click();
  const tabs = frame.getByRole('tablist', { name: 'Views' }).getByRole('tab');
  for (const label of await tabs.allInnerTexts()) {
    const name = `explore-${label.toLowerCase().replace(/\W+/g, '-')}-${ending}`;
    if (!isWanted(name)) continue;
    await tabs.filter({ hasText: label }).click();
    await workbench.page.waitForTimeout(SETTLING_MS);
    console.log(await workbench.screenshot(name));
  }
  await workbench.close();
}
