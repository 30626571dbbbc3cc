import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

describe('loaded anew', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'), { settings: FIRST_FILE });

  afterEach(() => workbench().closeEditors());

  async function reloadPage(): Promise<TesseraPage> {
    await workbench().runCommand('Developer: Reload Webviews');
    return TesseraPage.visible(workbench(), 'shutters.jpg');
  }

  it('a page, while the image opens, comes to rest', async () => {
    await TesseraPage.open(workbench(), 'shutters.jpg');
    await (await reloadPage()).atRest(16);
  });

  it('a page, while the slider is held, comes to rest where it was, and can be saved', async () => {
    const page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest(16);
    // Held without focus and mouse: the way to the command would let go of a slider that has them.
    await page.slider.evaluate((slider: HTMLInputElement) => {
      slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      slider.value = '64';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.shows(64);
    await page.reducedSize.filter({ hasText: '≈' }).waitFor();
    const again = await reloadPage();
    await again.atRest(64);
    await again.save('shutters.k64.png');
  });

  it('a page, while its file is written, comes to rest', async () => {
    const page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest();
    await page.numberField.fill('200');
    await page.numberField.press('Enter');
    await page.shows(200);
    await (await reloadPage()).atRest(200);
  });

  it('a page, after 200 moves of the slider, rests at the last', async () => {
    const page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest();
    await page.slider.evaluate(async (slider: HTMLInputElement) => {
      const pressed = (type: string) => new KeyboardEvent(type, { key: 'ArrowRight', bubbles: true });
      slider.dispatchEvent(pressed('keydown'));
      for (let move = 0; move < 200; move++) {
        slider.value = String(2 + ((37 * move) % 250));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        if (move % 10 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      slider.value = '33';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(pressed('keyup'));
    });
    await page.atRest(33);
    await page.save('shutters.k33.png');
  });

  it('a window, while an image opens, and while a result is computed, comes to rest and saves', async () => {
    await workbench().explorerContextMenu('hats.png', 'Reduce Palette…');
    await workbench().reload('hats.png');
    let page = await TesseraPage.visible(workbench(), 'hats.png');
    await page.atRest(16);
    await workbench().reload('hats.png', async () => {
      await page.numberField.fill('200');
      await page.numberField.press('Enter');
      await page.shows(200);
    });
    page = await TesseraPage.visible(workbench(), 'hats.png');
    await page.atRest();
    await page.enterK(40);
    await page.save('hats.k40.png');
  });
});
