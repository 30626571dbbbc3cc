import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const SAMPLES = join(projectRoot, 'samples');
/** A small picture under a name for each test, so that none finds the steps of another. */
const PICTURES = {
  keys: 'by-keys.png',
  drag: 'by-drag.png',
  typing: 'while-typing.png',
  closed: 'closed.png',
  window: 'window.png',
  both: 'both.png',
};

describe('changes to a picture', () => {
  const workbench = useWorkbench(SAMPLES, {
    settings: FIRST_FILE,
    prepare(folder) {
      for (const name of Object.values(PICTURES))
        copyFileSync(join(SAMPLES, 'address-book-icon.png'), join(folder, name));
    },
  });

  afterEach(() => workbench().closeEditors());

  async function open(file: string): Promise<TesseraPage> {
    const page = await TesseraPage.open(workbench(), file);
    await page.atRest();
    return page;
  }

  /** By the command, which makes each change a step of its own, however quickly it follows the last one. */
  async function setColors(page: TesseraPage, k: number): Promise<void> {
    await workbench().runCommand('Tessera: Set Number of Colors…');
    await workbench().answerQuickInput(String(k));
    await page.atRest(k);
  }

  /** Puts the focus on the page, on nothing in particular. */
  async function focusPage(page: TesseraPage): Promise<void> {
    await page.frame.getByRole('heading', { level: 1 }).click();
  }

  it('are undone and redone with the keys of VS Code', async () => {
    const page = await open(PICTURES.keys);
    assert.equal(await page.undoButton.getAttribute('aria-disabled'), 'true');
    await page.enterK(8);
    await setColors(page, 40);
    await focusPage(page);
    await workbench().press('Control+z');
    await page.atRest(8);
    assert.equal(await page.slider.inputValue(), '8');
    await workbench().press('Control+z');
    await page.atRest(16);
    assert.equal(await page.undoButton.getAttribute('aria-disabled'), 'true');
    await workbench().press('Control+y');
    await page.atRest(8);
    await workbench().press('Control+Shift+z');
    await page.atRest(40);
    assert.equal(await page.redoButton.getAttribute('aria-disabled'), 'true');
  });

  it('are one step for the whole drag of the slider', async () => {
    const page = await open(PICTURES.drag);
    await page.dragSlider(16, 120);
    await page.releaseSlider();
    await page.atRest();
    assert.notEqual(await page.slider.inputValue(), '16');
    await page.undoButton.click();
    await page.atRest(16);
    assert.equal(await page.undoButton.getAttribute('aria-disabled'), 'true');
  });

  it('stay while a number is being typed: Ctrl+Z is then for the text', async () => {
    const page = await open(PICTURES.typing);
    await page.enterK(8);
    await page.numberField.click();
    await page.numberField.press('End');
    await workbench().page.keyboard.type('7');
    await workbench().press('Control+z');
    await eventually(async () => assert.equal(await page.numberField.inputValue(), '8'));
    await page.shows(8);
    assert.equal(await page.slider.inputValue(), '8');
  });

  it('are undone after the editor was closed and opened again', async () => {
    let page = await open(PICTURES.closed);
    await page.enterK(9);
    await setColors(page, 11);
    await page.frame.getByRole('radio', { name: 'Side by side' }).check();
    await workbench().closeEditors();
    page = await open(PICTURES.closed);
    await page.shows(11);
    assert.ok(await page.frame.getByRole('radio', { name: 'Side by side' }).isChecked());
    await focusPage(page);
    await workbench().press('Control+z');
    await page.atRest(9);
  });

  it('are undone after the window was loaded anew', async () => {
    let page = await open(PICTURES.window);
    await page.enterK(21);
    await setColors(page, 22);
    await workbench().reload(PICTURES.window);
    page = await TesseraPage.visible(workbench(), PICTURES.window);
    await page.atRest(22);
    await focusPage(page);
    await workbench().press('Control+z');
    await page.atRest(21);
    await workbench().press('Control+y');
    await page.atRest(22);
  });

  it('show in both editors of one file, which keep their own way of comparing', async () => {
    await open(PICTURES.both);
    await workbench().runCommand('View: Split Editor Right');
    const [first, second] = await TesseraPage.all(workbench(), PICTURES.both, 2);
    assert.ok(first && second);
    await second.atRest();
    await second.frame.getByRole('radio', { name: 'Side by side' }).check();
    await second.enterK(5);
    await first.atRest(5);
    assert.equal(await first.slider.inputValue(), '5');
    assert.equal(await first.exactByteLength(), await second.exactByteLength());
    assert.ok(await first.frame.getByRole('radio', { name: 'Divider' }).isChecked());
    await first.undoButton.click();
    await second.atRest(16);
  });
});
