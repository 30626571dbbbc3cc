import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
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

  it('keeps the picture when it is deleted, says so, and can still be saved', async () => {
    const page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest();
    await page.enterK(24);
    rmSync(workbench().path('shutters.jpg'));
    await page.alert.getByText('“shutters.jpg” was deleted or moved.').waitFor();
    await page.atRest(24);

    await page.enterK(20);
    await page.frame.getByRole('button', { name: 'Retry' }).click();
    await page.alert.getByText('“shutters.jpg” is not there any more.').waitFor();
    await page.save('shutters.k20.png');

    copyFileSync(join(SAMPLES, 'shutters.jpg'), workbench().path('shutters.jpg'));
    await page.alert.waitFor({ state: 'detached' });
    await page.atRest(20);
  });
});
