/**
 * Pictures of the real editor, for the README and for looking at: every sample that says something, in each
 * theme, wide and narrow. `npm run screenshots [-- words of the names]` writes out/screenshots/*.png.
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

const SAMPLES = ['shutters.jpg', 'address-book-icon.png'];
const WIDTHS = [1280, 500];
const THEMES: Theme[] = ['dark', 'light', 'hc'];

runMain(async () => {
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(
    await packageExtension(),
    createTemporaryFolder('screenshots').path,
  );
  const words = process.argv.slice(2);
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      for (const sample of SAMPLES) {
        const name = `${sample.split('.')[0]}-${theme}-${width}`;
        if (words.every((word) => name.includes(word))) await takePicture(sample, theme, width, name);
      }
    }
  }
  return 0;
});

async function takePicture(sample: string, theme: Theme, width: number, name: string): Promise<void> {
  const workbench = await Workbench.open(join(projectRoot, 'samples'), { theme, width, height: 800 });
  const frame = await openEditor(workbench, sample);
  if (width < 600) {
    // A click on the view that is open hides the side bar: the whole width is the editor's.
    await workbench.page.getByRole('tab', { name: /^Explorer/ }).click();
    await workbench.explorer.waitFor({ state: 'hidden' });
    await atRest(frame);
  }
  await frame.getByTestId('optimizing').waitFor({ state: 'detached' }); // the file is as small as it gets
  console.log(await workbench.screenshot(name));
  await workbench.close();
}
