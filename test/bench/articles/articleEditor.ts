/** The real editor, as the pictures for the articles need it: a wide stage, one picture on it. */
import type { FrameLocator } from 'playwright-core';
import sharp from 'sharp';
import { TesseraPage } from '../../e2e/tesseraPage';
import { Workbench } from '../../e2e/workbench';

const WINDOW = { width: 1500, height: 1000 };

export class ArticleEditor {
  private constructor(
    readonly workbench: Workbench,
    readonly page: TesseraPage,
  ) {}

  /** @param prepare Puts further files into the copy of the folder. */
  static async open(
    folder: string,
    file: string,
    prepare?: (folder: string) => Promise<void>,
  ): Promise<ArticleEditor> {
    const workbench = await Workbench.open(folder, { ...WINDOW, theme: 'light', prepare });
    const page = await TesseraPage.open(workbench, file);
    await page.atRest();
    // A click on the view that is open hides the side bar: the whole width is the editor's.
    await workbench.page.getByRole('tab', { name: /^Explorer/ }).click();
    await workbench.explorer.waitFor({ state: 'hidden' });
    const editor = new ArticleEditor(workbench, page);
    await editor.show('Reduced');
    return editor;
  }

  get frame(): FrameLocator {
    return this.page.frame;
  }

  /** Chooses how pictures are compared. */
  async show(view: 'Reduced' | 'Original' | 'Side by side'): Promise<void> {
    await this.frame.getByRole('radio', { name: view, exact: true }).check();
  }

  /** Chooses a panel, and in Explore a view. */
  async panel(name: 'Reduce' | 'Explore', view?: string): Promise<void> {
    await this.frame.getByRole('tab', { name, exact: true }).click();
    if (view !== undefined) await this.frame.getByRole('tab', { name: view, exact: true }).click();
  }

  /** Keeps rare colors this strongly, 0–100 %. */
  async keepRare(percent: number): Promise<void> {
    const slider = this.frame.getByRole('slider', { name: 'Keep rare colors' });
    if (!(await slider.isVisible())) await this.frame.getByText('Advanced', { exact: true }).click();
    await slider.fill(String(percent));
    await this.page.atRest();
  }

  /** Where k-means starts, in the view of Explore that is shown. */
  async chooseStart(label: string): Promise<void> {
    await this.frame.getByRole('combobox', { name: 'Start' }).click();
    await this.frame.getByRole('option', { name: label, exact: true }).click();
  }

  /** What the canvas of that accessible name holds, without what lies around the picture: a PNG file. */
  async canvas(name: string | RegExp): Promise<Buffer> {
    // What is compared with lies under it, and is hidden from people until they hold the button.
    const canvas = this.frame.getByRole('img', { name, includeHidden: true }).last();
    await canvas.waitFor({ state: 'attached' });
    const url = await canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL('image/png'));
    return sharp(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
      .png()
      .toBuffer();
  }

  /** The palette's colors, `#rrggbb`, from dark to light. */
  async colors(): Promise<string[]> {
    const labels = await this.page.swatches.evaluateAll((options) =>
      options.map((option) => option.getAttribute('aria-label') ?? ''),
    );
    const hexes = labels.map((label) => /^#[0-9a-f]{6}/.exec(label)?.[0] ?? '#000000');
    const lightness = (hex: string) =>
      [1, 3, 5].reduce(
        (sum, at, c) => sum + [0.299, 0.587, 0.114][c]! * parseInt(hex.slice(at, at + 2), 16),
        0,
      );
    return hexes.sort((a, b) => lightness(a) - lightness(b));
  }

  close(): Promise<void> {
    return this.workbench.close();
  }
}
