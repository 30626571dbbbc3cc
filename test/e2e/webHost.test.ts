import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'playwright-core';
import { hexOf } from '../../src/paletteFiles/palette';
import { readPalette } from '../../src/paletteFiles/readPalette';
import { BROKEN_IMAGES } from './brokenImages';
import {
  assertOnlyNewFiles,
  dragSliderAndLetGo,
  openFromExplorer,
  SAMPLES,
  saveBesideSource,
} from './mainJob';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const EXPORTED = 'shutters.gpl';
const BROKEN = BROKEN_IMAGES.filter(({ name }) => ['flipped-bit.png', 'cut-off.jpg'].includes(name));

/** The steps of one job: each test goes on where the one before it ended. */
describe('in the web extension host, without Node', () => {
  const workbench = useWorkbench(SAMPLES, { isWebHost: true });
  let page: TesseraPage;

  /** The one that holds the image, or the one that encodes it. */
  async function worker(title: 'Tessera' | 'tessera-encoder'): Promise<Worker> {
    for (const each of workbench().page.workers()) {
      const name = await each.evaluate(() => self.name).catch(() => ''); // one that is ending
      if (name.endsWith(title)) return each;
    }
    throw new Error(`There is no worker “${title}”.`);
  }

  it('opens from the Explorer and shows original, reduced picture and palette', async () => {
    page = await openFromExplorer(workbench());
  });

  it('follows the slider with an estimate, and is exact when it is let go', () => dragSliderAndLetGo(page));

  it('saves by Ctrl+S an indexed PNG of exactly that many colors and the shown size', async () => {
    await saveBesideSource(workbench(), page, 64, () => workbench().press('Control+s'));
    assertOnlyNewFiles(workbench(), ['shutters.k64.png']);
  });

  it('exports the palette to a file', async () => {
    await page.frame.getByRole('button', { name: 'Export palette' }).click();
    await workbench().quickPick('GIMP palette').click();
    await workbench().answerFileDialog(workbench().path(EXPORTED));
    await workbench().explorerFile(EXPORTED).waitFor();
    const { palette } = readPalette(readFileSync(workbench().path(EXPORTED)), EXPORTED);
    const labels = await page.swatches.evaluateAll((all) => all.map((each) => each.ariaLabel ?? ''));
    assert.deepEqual(
      palette.colors.map(({ rgba }) => hexOf(rgba)),
      labels.map((label) => label.slice(0, 7)),
    );
  });

  it('goes on when the worker has broken down, in another one', async () => {
    const broken = await worker('Tessera');
    const ended = broken.waitForEvent('close');
    await broken.evaluate(() => {
      setTimeout(() => {
        throw new Error('broken down by a test');
      });
    });
    await ended;
    await page.enterK(9);
    assert.notEqual(await worker('Tessera'), broken);
  });

  it('goes on when the encoder or the worker is gone without a word, in another one', async () => {
    for (const [title, k] of [['tessera-encoder', 10] as const, ['Tessera', 11] as const]) {
      const gone = await worker(title);
      const ended = gone.waitForEvent('close');
      // No event tells of it, as when a browser ends one for lack of memory. The timer lets the answer out before.
      await gone.evaluate(() => void setTimeout(() => self.close()));
      await ended;
      await page.enterK(k);
      assert.notEqual(await worker(title), gone);
    }
  });

  it('says what is wrong with broken files', async () => {
    for (const { name, bytes, sentence } of BROKEN) {
      writeFileSync(join(workbench().path(), name), bytes);
      await workbench().explorerFile(name).waitFor();
      const broken = await TesseraPage.open(workbench(), name);
      assert.match(await broken.alert.innerText(), sentence);
    }
  });

  it('opens a copy of the sample that ships with it, and offers nothing that a browser cannot do', async () => {
    await workbench().runCommand('Tessera: Open a Sample Image');
    await workbench()
      .page.locator('.tabs-container [role=tab]', { hasText: 'shutters.jpg' })
      .nth(1)
      .waitFor();
    const copy = await TesseraPage.visible(workbench(), 'shutters.jpg');
    await copy.atRest(16);
    await workbench().clearNotifications();
    await copy.saveButton.click();
    await copy.saved('shutters.k16.png');
    const said = workbench().page.locator('.notification-toast', { hasText: 'Saved “shutters.k16.png”' });
    await said.waitFor();
    assert.equal(await said.getByRole('button', { name: 'Reveal in Explorer' }).count(), 0);
  });
});
