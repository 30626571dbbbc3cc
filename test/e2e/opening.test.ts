import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const SAMPLES = join(projectRoot, 'samples');
const EDITOR = 'Tessera Palette Reduction';

describe('opening', () => {
  const workbench = useWorkbench(SAMPLES, {
    settings: FIRST_FILE,
    prepare(folder) {
      const photo = join(projectRoot, 'test', 'fixtures', 'exif', 'orientation-1.jpg');
      copyFileSync(join(folder, 'address-book-icon.png'), join(folder, 'LOUD.PNG'));
      copyFileSync(photo, join(folder, 'Mixed.JpG'));
      copyFileSync(photo, join(folder, 'long.jpeg'));
    },
  });

  afterEach(() => workbench().closeEditors());

  it('is offered in the Explorer for images only', async () => {
    for (const image of ['hats.png', 'shutters.jpg', 'LOUD.PNG', 'Mixed.JpG']) {
      const labels = await workbench().explorerMenuLabels(image);
      assert.ok(labels.includes('Reduce Palette…'), `${image}: ${labels.join(', ')}`);
    }
    const labels = await workbench().explorerMenuLabels('README.md');
    assert.ok(labels.includes('Delete Permanently'), labels.join(', '));
    assert.ok(!labels.includes('Reduce Palette…'), labels.join(', '));
  });

  for (const name of ['LOUD.PNG', 'Mixed.JpG', 'long.jpeg']) {
    it(`opens ${name} from the Explorer's menu`, async () => {
      const page = await TesseraPage.open(workbench(), name);
      await page.atRest(16);
    });
  }

  it('leaves a click in the Explorer to the built-in preview', async () => {
    await workbench().explorerFile('hats.png').click();
    await workbench().builtInPreview.waitFor();
    assert.equal(await workbench().page.locator('iframe[src*="extensionId=tessera.tessera"]').count(), 0);
  });

  it('is offered by Open With… in the Explorer', async () => {
    await workbench().explorerContextMenu('LOUD.PNG', 'Open With...');
    await workbench().quickPick(EDITOR).click();
    await (await TesseraPage.visible(workbench(), 'LOUD.PNG')).atRest();
  });

  it('is offered by Reopen Editor With… over the built-in preview', async () => {
    await workbench().explorerFile('hats.png').click();
    await workbench().builtInPreview.waitFor();
    await workbench().runCommand('View: Reopen Editor With...');
    await workbench().quickPick(EDITOR).click();
    await (await TesseraPage.visible(workbench(), 'hats.png')).atRest();
  });

  it('is a button in the title of the built-in preview', async () => {
    await workbench().explorerFile('shutters.jpg').click();
    await workbench().builtInPreview.waitFor();
    await workbench().titleButton('Reduce Palette…').click();
    await (await TesseraPage.visible(workbench(), 'shutters.jpg')).atRest();
  });

  it('is a command on the image in front', async () => {
    await workbench().explorerFile('clownfish.png').click();
    await workbench().builtInPreview.waitFor();
    await workbench().runCommand('Tessera: Reduce Palette…');
    await (await TesseraPage.visible(workbench(), 'clownfish.png')).atRest();
  });

  it('shows an image again as it was left when its tab comes back to the front', async () => {
    const hats = await TesseraPage.open(workbench(), 'hats.png');
    await hats.atRest();
    await hats.enterK(5);
    const size = await hats.exactByteLength();
    await (await TesseraPage.open(workbench(), 'shutters.jpg')).atRest(16);
    await workbench().tab('hats.png').click();
    const again = await TesseraPage.visible(workbench(), 'hats.png');
    await again.atRest(5);
    assert.equal(await again.exactByteLength(), size);
  });
});
