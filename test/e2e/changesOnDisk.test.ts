import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { eventually } from './eventually';
import { FIRST_FILE } from './firstFile';
import { TesseraPage } from './tesseraPage';
import { difference, thumbnail } from './thumbnail';
import { useWorkbench } from './useWorkbench';

const SAMPLES = join(projectRoot, 'samples');

describe('an image that changes on disk while it is open', () => {
  const workbench = useWorkbench(SAMPLES, { settings: FIRST_FILE });

  afterEach(() => workbench().closeEditors());

  it('shows the new picture with the same number of colors', async () => {
    const page = await TesseraPage.open(workbench(), 'clownfish.png');
    await page.atRest();
    await page.enterK(24);
    copyFileSync(join(SAMPLES, 'hats.png'), workbench().path('clownfish.png'));

    await page.frame.getByText('768 × 512').waitFor();
    await page.atRest(24);
    assert.equal(await page.slider.inputValue(), '24');
    const expected = await thumbnail(readFileSync(join(SAMPLES, 'hats.png')));
    await eventually(async () => {
      assert.ok(difference(await page.thumbnail('Original'), expected) < 6);
      assert.ok(difference(await page.thumbnail('Reduced'), expected) < 12);
    });
  });

  it('says that it was deleted, and shows it again when it is put back', async () => {
    const page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest();
    await page.enterK(24);
    rmSync(workbench().path('shutters.jpg'));
    await page.alert.getByText('“shutters.jpg” was deleted or moved. Put it back, then retry.').waitFor();

    await page.retryButton.click();
    await page.alert.getByText('“shutters.jpg” is not there any more.').waitFor();

    copyFileSync(join(SAMPLES, 'shutters.jpg'), workbench().path('shutters.jpg'));
    await page.atRest(24);
    assert.equal(await page.alert.count(), 0);
    await page.save('shutters.k24.png');
  });
});
