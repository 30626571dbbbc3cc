import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

describe('the workbench around the editor', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'), {
    settings: { ...FIRST_FILE, 'tessera.defaults.k': 12, 'tessera.defaults.dither': 'bayer' },
  });
  const status = () => workbench().page.locator('[id="tessera.tessera.tessera.summary"]');
  const menu = () => workbench().page.locator('.monaco-menu').getByRole('menuitem');

  afterEach(() => workbench().closeEditors());

  it('opens a new image with the defaults of the settings', async () => {
    const page = await TesseraPage.open(workbench(), 'address-book-icon.png');
    await page.atRest(12);
    await page.enterK(9);
    await workbench().runCommand('Tessera: Reset All Options');
    await page.atRest(12);
  });

  it('says in the status bar what the picture has become, for its own editor only', async () => {
    const page = await TesseraPage.open(workbench(), 'hats.png');
    await page.atRest();
    await page.enterK(7);
    await eventually(async () =>
      assert.match(await status().innerText(), /^7 colors\s+[\d.]+ KB\s+768 × 512/),
    );
    await workbench().explorerFile('README.md').dblclick();
    await workbench().tab('README.md').waitFor();
    await status().waitFor({ state: 'hidden' });
  });

  it('sets the number of colors from the status bar', async () => {
    const page = await TesseraPage.open(workbench(), 'hats.png');
    await page.atRest();
    await status().click();
    await workbench().answerQuickInput('33');
    await page.atRest(33);
    await page.undoButton.click();
    await page.atRest(7);
  });

  it('shows a menu of its own on the picture, and the menu of texts in a field', async () => {
    const page = await TesseraPage.open(workbench(), 'screenshot.png');
    await page.atRest();
    await page.enterK(10);
    await page.frame
      .getByRole('region', { name: 'Picture' })
      .click({ button: 'right', position: { x: 60, y: 60 } });
    await menu().first().waitFor();
    const labels = (await menu().locator('.action-label').allInnerTexts()).filter((label) => label !== '');
    assert.deepEqual(labels, [
      'Undo Change to Reduced Image',
      'Redo Change to Reduced Image',
      'Set Number of Colors…',
      'Reset All Options',
      'Explore k-means',
      'Save Reduced PNG',
      'Save Reduced PNG As…',
      'Export Palette…',
      'Copy Palette As…',
      'Preview Palette As…',
      'Insert Palette into Active Text Editor',
      'Use Palette From…',
      'Open Source in Image Preview',
    ]);
    await menu().getByText('Undo Change to Reduced Image').hover();
    await workbench().press('Enter');
    await page.atRest(12);

    await page.numberField.click({ button: 'right' });
    await menu().getByText('Paste', { exact: true }).waitFor();
    await workbench().press('Escape');
  });

  it('opens a copy of the sample from the walkthrough', async () => {
    await workbench().runCommand('Tessera: Open a Sample Image');
    const page = await TesseraPage.visible(workbench(), 'shutters.jpg');
    await page.atRest(12);
    await page.saveButton.click();
    await page.saved('shutters.k12.png');
  });
});
