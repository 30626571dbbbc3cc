/** The picture area of a Tessera editor: what a person does with it and reads from it. */
import type { Locator } from 'playwright-core';
import type { TesseraPage } from './tesseraPage';
import type { Workbench } from './workbench';

export class StagePage {
  constructor(
    private readonly page: TesseraPage,
    private readonly workbench: Workbench,
  ) {}

  /** The first picture; in most views the only one. */
  get pane(): Locator {
    return this.page.frame.locator('.pane').first();
  }

  get holdButton(): Locator {
    return this.page.frame.getByRole('button', { name: /^Hold to see/ });
  }

  get fitButton(): Locator {
    return this.page.frame.getByRole('button', { name: 'Show the whole picture (0)' });
  }

  get background(): Locator {
    return this.page.frame.getByRole('combobox', { name: 'Behind transparent pixels' });
  }

  async view(name: string): Promise<void> {
    await this.page.frame.getByRole('radio', { name, exact: true }).check();
  }

  private get percentButton(): Locator {
    return this.page.frame.getByRole('button', { name: /^Zoom .*, show at 100 %$/ });
  }

  /** Settles when the page shows this zoom. */
  async percent(text: string): Promise<void> {
    await this.percentButton
      .and(this.page.frame.getByRole('button', { name: `Zoom ${text}, show at 100 %` }))
      .waitFor();
  }

  /** In percent. */
  async scale(): Promise<number> {
    return parseFloat(await this.percentButton.innerText());
  }

  /** Points at a place in the first pane, given in shares of it; `aside`: some CSS pixels farther down. */
  async pointAt(x: number, y: number, aside = 0): Promise<void> {
    const place = await this.placeAt(x, y);
    await this.workbench.page.mouse.move(place.x, place.y + aside);
  }

  async drag(fromX: number, fromY: number, toX: number, toY: number): Promise<void> {
    const { mouse } = this.workbench.page;
    const [from, to] = [await this.placeAt(fromX, fromY), await this.placeAt(toX, toY)];
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 6 });
    await mouse.up();
  }

  private async placeAt(x: number, y: number): Promise<{ x: number; y: number }> {
    const box = await this.pane.boundingBox();
    if (!box) throw new Error('The picture is not on the screen.');
    return { x: box.x + x * box.width, y: box.y + y * box.height };
  }

  /** The source pixel that the readout is about. */
  async position(): Promise<{ x: number; y: number }> {
    const text = await this.page.frame.locator('tessera-readout .place').innerText();
    const [x = NaN, y = NaN] = text.split(',').map(Number);
    return { x, y };
  }

  /** The colors of the readout: of the original, and of the palette entry. */
  hexes(): Promise<string[]> {
    return this.page.frame.locator('tessera-readout .hex').allInnerTexts();
  }

  /** What is seen of the first pane, as a thumbnail. */
  seen(): Promise<number[]> {
    return this.pane.evaluate((pane: HTMLElement) => {
      const layers = [...pane.querySelectorAll<HTMLElement>('.layer')];
      const top = layers.filter((layer) => getComputedStyle(layer).visibility === 'visible').at(-1)!;
      const context = new OffscreenCanvas(8, 8).getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.drawImage(top.querySelector('canvas')!, 0, 0, 8, 8);
      return [...context.getImageData(0, 0, 8, 8).data];
    });
  }

  /** The detail of the event with which the page answers what is done. */
  async eventDetail(name: string, act: () => Promise<void>): Promise<unknown> {
    const app = this.page.frame.locator('tessera-app main');
    await app.evaluate((main, name) => {
      const holder = main as HTMLElement & { heard?: Promise<unknown> };
      holder.heard = new Promise((resolve) => {
        main.addEventListener(name, (event) => resolve((event as CustomEvent<unknown>).detail), {
          once: true,
        });
      });
    }, name);
    await act();
    return app.evaluate((main) => (main as HTMLElement & { heard?: Promise<unknown> }).heard);
  }

  /** As the palette's button does. */
  async takeUpEyedropper(): Promise<void> {
    await this.page.frame.locator('tessera-palette').evaluate((palette) => {
      palette.dispatchEvent(new CustomEvent('tessera-pick', { detail: true, bubbles: true, composed: true }));
    });
    await this.page.frame.locator('.panes.picking').waitFor();
  }
}
