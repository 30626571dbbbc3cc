import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from '../../host/eventually';
import { violations } from '../axe';
import { TesseraPage } from '../tesseraPage';
import type { Workbench } from '../workbench';

export function exploreCharts(workbench: () => Workbench): void {
  let page: TesseraPage;

  before(async () => {
    page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.frame.getByRole('tab', { name: 'Reduce', exact: true }).click();
    await page.atRest();
    await page.frame.getByRole('tab', { name: 'Explore', exact: true }).click();
  });

  describe('with the error over the number of colors', () => {
    const chart = () => page.frame.getByRole('slider', { name: 'Error by the number of colors' });

    before(async () => {
      await page.frame.getByRole('tab', { name: 'Choosing k' }).click();
      await page.frame.getByText('Measured at 21 points').waitFor();
    });

    it('takes the elbow by a click, and undo brings back what was before', async () => {
      const elbow = await page.frame.getByTestId('elbow').innerText();
      const k = Number(/^(\d+) colors$/.exec(elbow)?.[1]);
      assert.ok(k > 2 && k < 16, `an elbow left of the default: ${elbow}`);
      assert.match(
        (await chart().getAttribute('aria-valuetext')) ?? '',
        /^16 colors: Error [\d.]+ %; File size ≈ /,
      );
      await page.frame.getByRole('button', { name: `Take ${elbow}` }).click();
      await page.shows(k);
      assert.match((await chart().getAttribute('aria-valuetext')) ?? '', new RegExp(`^${k} colors, Elbow: `));
      await page.undoButton.click();
      await page.shows(16);
    });

    it('reads and takes points by the keyboard, and by a click', async () => {
      await chart().press('End');
      assert.match((await chart().getAttribute('aria-valuetext')) ?? '', /^256 colors: /);
      await chart().press('Home');
      await chart().press('ArrowRight');
      await page.frame.getByText('3 colors', { exact: true }).waitFor();
      await chart().press('Enter');
      await page.shows(3);
      const { width, height } = (await chart().boundingBox())!;
      await chart().click({ position: { x: width / 2, y: height / 2 } });
      const text = (await chart().getAttribute('aria-valuetext')) ?? '';
      await page.shows(Number(/^(\d+) colors/.exec(text)?.[1]));
    });

    it('shows the quality beside it, and all values as a table', async () => {
      await page.frame.getByText('PSNR', { exact: true }).click();
      await page.frame.getByText('Show as table').click();
      const row = page.frame.getByRole('table').getByRole('row', { name: /^16 / });
      await row.getByRole('cell', { name: /^≈ [23]\d\.\d dB$/ }).waitFor();
      assert.equal(await page.frame.getByRole('table').getByRole('row').count(), 256);
      assert.deepEqual(await violations(page), []);
    });
  });

  describe('with the colors in space', () => {
    const cloud = () => page.frame.getByRole('application', { name: 'Colors of the picture in space' });

    before(async () => {
      // At rest, the palette no longer changes by itself.
      await page.frame.getByRole('tab', { name: 'Reduce', exact: true }).click();
      await page.atRest();
      await page.frame.getByRole('tab', { name: 'Explore', exact: true }).click();
      await page.frame.getByRole('tab', { name: 'Color space' }).click();
      await page.frame.getByText(/^12,\d\d\d points$/).waitFor();
    });

    /** Settles when `view` looks other than `before`, and returns how. */
    function another(view: Locator, before: Buffer | undefined): Promise<Buffer> {
      return eventually(async () => {
        const picture = await view.screenshot();
        assert.ok(!before?.equals(picture), 'the picture is still the same');
        return picture;
      });
    }

    it('turns and comes back by keys, and goes from one color space to the other', async () => {
      const start = await another(cloud(), undefined);
      await cloud().press('ArrowRight');
      const turned = await another(cloud(), start);
      await cloud().press('+');
      await another(cloud(), turned);
      await cloud().press('Home');
      const back = await eventually(async () => {
        await cloud().blur(); // without the outline of the focus
        const picture = await cloud().screenshot();
        assert.ok(picture.equals(start));
        return picture;
      });
      await page.frame.getByText('RGB', { exact: true }).click();
      await another(cloud(), back);
      assert.deepEqual(await violations(page), []);
    });

    it('goes through the palette by keys, and highlights what is pointed at', async () => {
      await cloud().press('PageDown');
      await cloud().press('PageDown');
      const status = page.frame.getByRole('status').filter({ hasText: / · #[\da-f]{6} · [\d.]+ %$/ });
      const second = await status.innerText();
      await cloud().press('PageDown');
      await eventually(async () => assert.notEqual(await status.innerText(), second));
      await cloud().press('Escape');
      await page.frame.getByText(/^12,\d\d\d points$/).waitFor();
    });

    it('says so while the graphics hardware is reset, and comes back', async () => {
      const note = page.frame.getByText(/The graphics hardware was reset/);
      await cloud()
        .locator('canvas')
        .evaluate((canvas: HTMLCanvasElement) => {
          const loss = (canvas.getContext('webgl2') ?? canvas.getContext('webgl'))?.getExtension(
            'WEBGL_lose_context',
          );
          loss?.loseContext();
          Object.assign(globalThis, { loss });
        });
      await note.waitFor();
      const without = await cloud().screenshot();
      await cloud().evaluate(() =>
        (globalThis as unknown as { loss: WEBGL_lose_context }).loss.restoreContext(),
      );
      await note.waitFor({ state: 'detached' });
      await another(cloud(), without);
    });

    it('shows them flat on the a–b plane', async () => {
      await page.frame.getByText('a–b plane', { exact: true }).click();
      const plane = page.frame.getByRole('application', { name: /a–b plane$/ });
      const { height, width } = (await plane.boundingBox())!;
      // The grays of the wall: palette colors near the middle.
      await eventually(async () => {
        await plane.hover({ position: { x: width / 2 + 4 * Math.random(), y: height / 2 - 6 } });
        await page.frame
          .getByRole('status')
          .filter({ hasText: / · #[\da-f]{6} · / })
          .waitFor({ timeout: 1000 });
      });
      assert.deepEqual(await violations(page), []);
    });

    it('shows them flat where there is no WebGL', async () => {
      await page.frame.getByRole('tab', { name: 'Choosing k' }).click();
      await page.frame.locator('html').evaluate(() => {
        const { prototype } = HTMLCanvasElement;
        const getContext = prototype.getContext as (this: HTMLCanvasElement, ...args: unknown[]) => unknown;
        Object.assign(prototype, {
          getContext(this: HTMLCanvasElement, ...args: unknown[]) {
            return String(args[0]).startsWith('webgl') ? null : getContext.apply(this, args);
          },
        });
      });
      await page.frame.getByRole('tab', { name: 'Color space' }).click();
      await page.frame.getByText(/The cloud in space needs WebGL/).waitFor();
      await page.frame.getByRole('application', { name: /a–b plane$/ }).waitFor();
    });
  });
}
