import assert from 'node:assert/strict';
import { copyFileSync, linkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { BROKEN_IMAGES } from './brokenImages';
import { FIRST_FILE } from './firstFile';
import { TesseraPage } from './tesseraPage';
import { createTemporaryFolder } from '../host/temporaryFolder';
import { useWorkbench } from './useWorkbench';

const SAMPLES = join(projectRoot, 'samples');

/**
 * Where changes on disk go unnoticed, as on many network drives, Retry is the only way back. To that end each file has
 * a second name in another folder, and is repaired under that.
 */
describe('an image that cannot be read', () => {
  const elsewhere = createTemporaryFolder('elsewhere');
  const workbench = useWorkbench(SAMPLES, {
    settings: FIRST_FILE,
    prepare(folder) {
      for (const { name, bytes } of BROKEN_IMAGES) {
        writeFileSync(join(folder, name), bytes);
        linkSync(join(folder, name), join(elsewhere.path, name));
      }
    },
  });

  after(() => elsewhere.remove());

  afterEach(() => workbench().closeEditors());

  for (const { name, sentence } of BROKEN_IMAGES) {
    it(`${name}: says what is wrong, and opens on Retry when it is repaired`, async () => {
      const page = await TesseraPage.open(workbench(), name);
      assert.match(await page.alert.innerText(), sentence);
      await page.retryButton.click();
      assert.match(await page.alert.innerText(), sentence);

      copyFileSync(join(SAMPLES, 'address-book-icon.png'), join(elsewhere.path, name));
      await page.retryButton.click();
      await page.atRest(16);
      assert.equal(await page.alert.count(), 0);
    });
  }

  it('does not disturb an image that is open beside it', async () => {
    const sound = await TesseraPage.open(workbench(), 'hats.png');
    await sound.atRest();
    writeFileSync(workbench().path('text.png'), 'Just words.');
    const broken = await TesseraPage.open(workbench(), 'text.png');
    await broken.alert.waitFor();
    await workbench().tab('hats.png').click();
    const again = await TesseraPage.visible(workbench(), 'hats.png');
    await again.enterK(7);
    await again.save('hats.k7.png');
  });

  it('cannot be saved', async () => {
    writeFileSync(workbench().path('text.png'), 'Just words.');
    const page = await TesseraPage.open(workbench(), 'text.png');
    await page.alert.waitFor();
    await workbench().runCommand('Tessera: Save Reduced PNG');
    await workbench().notifications.getByText('“text.png” is really a text file').waitFor();
  });
});
