/**
 * Pictures of the real editor, for the README and for looking at: every sample that says something, in each
 * theme, wide and narrow. `npm run screenshots [-- words of the names]` writes out/screenshots/*.png.
 */
import { join } from 'node:path';
import { openEditor } from './editorPage';
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
      const names = SAMPLES.map((sample) => ({ sample, name: `${sample.split('.')[0]}-${theme}-${width}` }));
      const wanted = names.filter(({ name }) => words.every((word) => name.includes(word)));
      if (wanted.length === 0) continue;
      const workbench = await Workbench.open(join(projectRoot, 'samples'), { theme, width, height: 800 });
      for (const { sample, name } of wanted) {
        await openEditor(workbench, sample);
        if (width < 600) await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
        console.log(await workbench.screenshot(name));
        if (width < 600) await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      }
      await workbench.close();
    }
  }
  return 0;
});
