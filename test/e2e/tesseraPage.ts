/** The page of a Tessera editor, with the words for what a person sees and touches in it. */
import type { FrameLocator, Locator } from 'playwright-core';
import { THUMBNAIL_SIDE } from './thumbnail';
import type { Workbench } from './workbench';

export class TesseraPage {
  constructor(
    readonly frame: FrameLocator,
    private readonly workbench: Workbench,
  ) {}

  /** Right-clicks an image, chooses Reduce Palette…, and settles when the page is there, whatever it shows. */
  static async open(workbench: Workbench, file: string): Promise<TesseraPage> {
    await workbench.explorerContextMenu(file, 'Reduce Palette…');
    return TesseraPage.visible(workbench, file);
  }

  /** The page that shows `file`, however it came to be opened. */
  static async visible(workbench: Workbench, file: string): Promise<TesseraPage> {
    const page = new TesseraPage(workbench.tesseraFrame(), workbench);
    await page.frame.getByRole('heading', { level: 1, name: file, exact: true }).waitFor();
    return page;
  }

  /** All pages that show `file`, once there are `count` of them, from left to right. */
  static async all(workbench: Workbench, file: string, count: number): Promise<TesseraPage[]> {
    const pages = workbench.tesseraFrames(count).map((frame) => new TesseraPage(frame, workbench));
    for (const { frame } of pages) {
      await frame.getByRole('heading', { level: 1, name: file, exact: true }).waitFor();
    }
    return pages;
  }

  get slider(): Locator {
    return this.frame.getByRole('slider', { name: 'Number of colors' });
  }

  get numberField(): Locator {
    return this.frame.getByRole('spinbutton', { name: /Number of colors/ });
  }

  get saveButton(): Locator {
    return this.frame.getByRole('button', { name: /^Save Ctrl/ });
  }

  get retryButton(): Locator {
    return this.frame.getByRole('button', { name: 'Retry' });
  }

  get undoButton(): Locator {
    return this.frame.getByRole('button', { name: 'Undo' });
  }

  get redoButton(): Locator {
    return this.frame.getByRole('button', { name: 'Redo' });
  }

  get alert(): Locator {
    return this.frame.getByRole('alert');
  }

  get reducedSize(): Locator {
    return this.frame.getByTestId('reduced-size');
  }

  get swatches(): Locator {
    return this.frame.getByRole('listbox', { name: 'Palette' }).getByRole('option');
  }

  picture(which: 'Original' | 'Reduced'): Locator {
    return this.frame.getByRole('img', { name: new RegExp(`^${which} picture`) });
  }

  /** Settles when a reduced picture of `k` colors is shown, be it a quick one. */
  async shows(k: number): Promise<void> {
    const name = `Reduced picture, ${k.toLocaleString('en-US')} colors`;
    await this.frame.getByRole('img', { name, exact: true }).waitFor();
  }

  /** Settles when the page shows the file that Save writes, by default for any k. */
  async atRest(k?: number): Promise<void> {
    await (k === undefined ? this.picture('Reduced').waitFor() : this.shows(k));
    // The figures of quality are dimmed as long as anything shown is not the final picture.
    await this.frame.locator('tessera-quality-figures dl[aria-busy="false"]').waitFor();
    if ((await this.reducedSize.innerText()).includes('≈')) {
      throw new Error('The page rests, but the size is still an estimate.');
    }
    // A smaller file with the same pixels may still be on its way.
    await this.frame.getByTestId('optimizing').waitFor({ state: 'detached' });
  }

  /** Types a number of colors and settles when its result is shown. */
  async enterK(k: number): Promise<void> {
    await this.numberField.fill(String(k));
    await this.numberField.press('Enter');
    await this.atRest(k);
  }

  /** The exact size in bytes, as the tooltip of the size gives it. */
  async exactByteLength(): Promise<number> {
    const title = (await this.reducedSize.getAttribute('title')) ?? '';
    const figure = /^([\d,]+) bytes$/.exec(title)?.[1];
    if (figure === undefined) throw new Error(`No exact size in the tooltip: “${title}”.`);
    return Number(figure.replaceAll(',', ''));
  }

  /** Presses Save and settles when the page says under what name it saved, and the Explorer lists it. */
  async save(name: string): Promise<void> {
    await this.saveButton.click();
    await this.saved(name);
    await this.workbench.explorerFile(name).waitFor();
  }

  async saved(name: string): Promise<void> {
    await this.frame.locator('.saved').getByText(`Saved as ${name}`).waitFor();
  }

  /** What a canvas shows, scaled to a thumbnail of `8 · 8` pixels, RGBA. */
  thumbnail(which: 'Original' | 'Reduced'): Promise<number[]> {
    return this.picture(which).evaluate((canvas: HTMLCanvasElement, side) => {
      const context = new OffscreenCanvas(side, side).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.imageSmoothingQuality = 'high';
      context.drawImage(canvas, 0, 0, side, side);
      return [...context.getImageData(0, 0, side, side).data];
    }, THUMBNAIL_SIDE);
  }

  /** Where on the screen the slider's thumb stands for a number of colors (its scale is logarithmic). */
  async placeOnSlider(k: number): Promise<{ x: number; y: number }> {
    const box = await this.slider.boundingBox();
    if (!box) throw new Error('The slider is not on the screen.');
    const thumb = 16;
    const fraction = Math.log2(k / 2) / Math.log2(256 / 2);
    return { x: box.x + thumb / 2 + fraction * (box.width - thumb), y: box.y + box.height / 2 };
  }

  /** Drags the slider's thumb with the mouse, and leaves the button down. */
  async dragSlider(from: number, to: number): Promise<void> {
    const { mouse } = this.workbench.page;
    const start = await this.placeOnSlider(from);
    const end = await this.placeOnSlider(to);
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(end.x, end.y, { steps: 10 });
  }

  async releaseSlider(): Promise<void> {
    await this.workbench.page.mouse.up();
  }
}
