/**
 * How smoothly the cloud of Explore turns: frame times of a picture with 30,000 points and more, in the real editor and
 * with the browser's software renderer, which is the worst case.
 * `npm run build:tests && node out/test/bench/cloudFrames.js [picture]`; by default one of the samples.
 */
import { basename, dirname, join } from 'node:path';
import { atRest, openEditor } from './editorPage';
import { Workbench } from '../e2e/workbench';
import { installExtension, packageExtension } from '../host/extensionPackage';
import { projectRoot } from '../host/projectRoot';
import { runMain } from '../host/runMain';
import { EXTENSIONS_FOLDER_VARIABLE } from '../host/suiteVariables';
import { createTemporaryFolder } from '../host/temporaryFolder';

/** Its colors fill so many cells that they are gathered to fewer points. */
const PICTURE = join(projectRoot, 'samples', 'clownfish.png');
const MEASURED_MS = 6000;

runMain(async () => {
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(
    await packageExtension(),
    createTemporaryFolder('cloud-frames').path,
  );
  const picture = process.argv[2] ?? PICTURE;
  const workbench = await Workbench.open(dirname(picture));
  const frame = await openEditor(workbench, basename(picture));
  await atRest(frame);
  await frame.getByRole('tab', { name: 'Explore', exact: true }).click();
  await frame.getByRole('tab', { name: 'Color space' }).click();
  const count = await frame.getByText(/points, gathered from/).innerText();
  for (const space of ['OKLab', 'RGB']) {
    await frame.getByText(space, { exact: true }).click();
    await frame.getByText('Turn slowly').click();
    const times = await frame.locator('body').evaluate(frameTimes, MEASURED_MS);
    await frame.getByText('Turn slowly').click();
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(1);
    console.log(`${space}, ${count}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${times.length} frames`);
  }
  await workbench.close();
  return 0;
});

/** Runs in the page: the times between its frames, ms. */
function frameTimes(_: unknown, forMs: number): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    const start = performance.now();
    let last = start;
    const step = (now: number) => {
      if (last !== start) times.push(now - last);
      last = now;
      if (now - start < forMs) requestAnimationFrame(step);
      else resolve(times);
    };
    requestAnimationFrame(step);
  });
}
