import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { readPixels } from './pngFile';
import { StagePage } from './stagePage';
import { TesseraPage } from './tesseraPage';
import { difference } from './thumbnail';
import { useWorkbench } from './useWorkbench';

const SAMPLES = join(projectRoot, 'samples');

describe('comparing', () => {
  const workbench = useWorkbench(SAMPLES, { settings: FIRST_FILE });
  let page: TesseraPage;
  let stage: StagePage;

  before(async () => {
    page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest(16);
    stage = new StagePage(page, workbench());
  });

  beforeEach(async () => {
    await stage.view('Divider');
    await stage.pane.focus(); // a number field would take the keys for itself
    await workbench().press('0');
  });

  it('shows one picture, and the other as long as C is held', async () => {
    await stage.view('Reduced');
    const reduced = await stage.seen();
    await workbench().page.keyboard.down('c');
    await page.frame.locator('figcaption').getByText('Original').waitFor();
    const held = await stage.seen();
    await workbench().page.keyboard.up('c');
    await page.frame.locator('figcaption').getByText('Reduced').waitFor();
    await stage.view('Original');
    const original = await stage.seen();
    assert.ok(difference(held, original) < 1, 'holding C showed something else');
    assert.ok(difference(held, reduced) > 1, 'holding C changed nothing');
  });

  it('shows the other picture while the button is pressed', async () => {
    await stage.view('Original');
    await stage.holdButton.hover();
    await workbench().page.mouse.down();
    await page.frame.locator('figcaption').getByText('Reduced · 16 colors').waitFor();
    await workbench().page.mouse.up();
    await page.frame.locator('figcaption').getByText('Original').waitFor();
  });

  it('shows where the pictures differ, with a legend in its unit', async () => {
    await stage.view('Difference');
    const canvas = page.frame.getByRole('img', { name: /^Difference between/ });
    await page.frame.getByRole('img', { name: /OKLab distance × 100/ }).waitFor();
    const shares = await canvas.evaluate((element: HTMLCanvasElement) => {
      const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
      let dark = 0;
      let bright = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at]! < 60) dark++;
        if (data[at]! > 240) bright++;
      }
      return { dark: (4 * dark) / data.length, bright: (4 * bright) / data.length };
    });
    // Sixteen colors serve most of this picture well, and its flower badly.
    assert.ok(shares.dark > 0.3, `dark: ${shares.dark}`);
    assert.ok(shares.bright > 0.001 && shares.bright < 0.1, `bright: ${shares.bright}`);
  });

  it('shows four numbers of colors with their sizes, and takes the one that is clicked', async () => {
    await stage.view('Four numbers of colors');
    for (const k of [8, 16, 64, 256]) {
      // The file of the present number is known.
      const sign = k === 16 ? '' : '≈ ';
      await page.frame
        .getByRole('button', { name: new RegExp(`^${k} colors · ${sign}[\\d.]+ [KM]?B$`) })
        .waitFor();
    }
    const pictures = page.frame.getByRole('img', { name: /^Picture with \d+ colors$/ });
    const [fewest, more] = [await countColors(pictures.first()), await countColors(pictures.nth(1))];
    assert.ok(fewest <= 8 && more > 8 && more <= 16, `${fewest} and ${more} colors`);
    await pictures.nth(2).click();
    await eventually(async () => assert.equal(await page.numberField.inputValue(), '64'));
    await page.frame.getByRole('button', { name: /^8 colors/ }).press('Enter');
    await eventually(async () => assert.equal(await page.numberField.inputValue(), '8'));
    await stage.view('Divider');
    await page.enterK(16);
  });

  it('zooms with the wheel at the pointer, and back to the fit', async () => {
    const before = await stage.scale();
    await stage.pointAt(0.7, 0.6);
    const pixel = await stage.position();
    for (let turn = 0; turn < 10; turn++) await workbench().page.mouse.wheel(0, -100);
    await eventually(async () => assert.ok((await stage.scale()) > 3.9 * before)); // all ten turns
    await stage.pointAt(0.7, 0.6, 1);
    // Upright it may move until the picture fills the pane: so long it stays in the middle.
    await eventually(async () => {
      const after = await stage.position();
      assert.ok(Math.abs(after.x - pixel.x) <= 4, 'the pixel moved away');
      assert.ok(Math.abs(after.y - pixel.y) <= 24, 'the pixel moved up or down');
    });
    for (let turn = 0; turn < 20; turn++) await workbench().page.mouse.wheel(0, 100);
    await eventually(async () => assert.equal(await stage.scale(), before));
    assert.equal(await stage.fitButton.getAttribute('aria-pressed'), 'true');
  });

  it('zooms with keys, buttons and a double click', async () => {
    const fit = await stage.scale();
    await workbench().press('1');
    await stage.percent('100 %');
    await workbench().press('+', '+');
    await stage.percent('200 %');
    await workbench().press('-');
    await stage.percent('141 %');
    await stage.fitButton.click();
    await eventually(async () => assert.equal(await stage.scale(), fit));
    await page.frame.getByRole('button', { name: 'Zoom in (+)' }).click();
    await eventually(async () => assert.ok((await stage.scale()) > fit));
    await workbench().press('0');
    await stage.view('Reduced');
    await stage.pane.dblclick();
    await stage.percent('100 %');
    await stage.pane.dblclick();
    await eventually(async () => assert.equal(await stage.scale(), fit));
  });

  it('moves a zoomed picture by dragging and with arrow keys, in all panes alike', async () => {
    await stage.view('Side by side');
    await workbench().press('1', '+', '+', '+', '+');
    await stage.percent('400 %');
    await stage.pointAt(0.5, 0.5);
    const before = await stage.position();
    await stage.drag(0.5, 0.5, 0.25, 0.5);
    await stage.pointAt(0.5, 0.5, 1);
    const dragged = await stage.position();
    assert.ok(dragged.x > before.x + 10, `${before.x} → ${dragged.x}`);
    assert.equal(dragged.y, before.y);
    await stage.pane.focus();
    await workbench().press('ArrowDown');
    await stage.pointAt(0.5, 0.5, 2);
    assert.equal((await stage.position()).y, before.y + 16); // 64 CSS pixels
    await eventually(async () => {
      const boxes = await page.frame
        .locator('.pane canvas:not(.veil)')
        .evaluateAll((canvases) =>
          canvases.map((each) => getComputedStyle(each).transform + (each as HTMLElement).offsetLeft),
        );
      assert.equal(new Set(boxes).size, 1, boxes.join());
    });
  });

  it('shows crisp pixels from 300 % on', async () => {
    const rendering = () =>
      page.frame
        .locator('.pane canvas')
        .first()
        .evaluate((canvas) => getComputedStyle(canvas).imageRendering);
    await workbench().press('1');
    await stage.percent('100 %');
    assert.equal(await rendering(), 'auto');
    await workbench().press('+', '+', '+', '+');
    await stage.percent('400 %');
    assert.equal(await rendering(), 'pixelated');
  });

  it('drags the divider of a zoomed picture without moving the picture', async () => {
    await workbench().press('1', '+', '+', '+', '+');
    await stage.percent('400 %');
    await stage.pointAt(0.8, 0.5);
    const before = await stage.position();
    await stage.drag(0.5, 0.3, 0.25, 0.3);
    await page.frame.locator('[role=separator][aria-valuenow="25"]').waitFor();
    await stage.pointAt(0.8, 0.5, 1);
    assert.deepEqual(await stage.position(), before);
    await stage.drag(0.25, 0.3, 0.5, 0.3);
    await page.frame.locator('[role=separator][aria-valuenow="50"]').waitFor();
  });

  it('reads the exact pixel under the pointer at any zoom', async () => {
    const source = await readPixels(readFileSync(join(SAMPLES, 'shutters.jpg')));
    for (const key of ['0', '1', '+']) {
      await workbench().press(key);
      await stage.pointAt(0.3, 0.4, key.charCodeAt(0) % 3);
      const { x, y } = await stage.position();
      const at = 4 * (y * 768 + x);
      const [hex] = await stage.hexes();
      // Two decoders of JPEG round differently by a step or two.
      const read = [1, 3, 5].map((from) => parseInt(hex!.slice(from, from + 2), 16));
      read.forEach((value, i) =>
        assert.ok(Math.abs(value - source.rgba[at + i]!) <= 3, `${hex} at ${x}, ${y}`),
      );
    }
    const [, entry] = await stage.hexes();
    const palette = await page.swatches.evaluateAll((all) =>
      all.map((each) => each.getAttribute('aria-label') ?? ''),
    );
    assert.ok(
      palette.some((label) => label.startsWith(entry!)),
      `${entry} is not in the palette`,
    );
  });

  it('moves a crosshair with the keyboard, reads there, and locks the color', async () => {
    await stage.pane.focus();
    await workbench().press('x', 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown');
    await page.frame.locator('.crosshair').first().waitFor();
    const before = await stage.position();
    await workbench().press('ArrowLeft', 'ArrowUp');
    await eventually(async () =>
      assert.deepEqual(await stage.position(), { x: before.x - 1, y: before.y - 1 }),
    );
    const locked = await stage.eventDetail('tessera-lock', () => workbench().press('l'));
    assert.equal(locked, (await stage.hexes())[0]);
    await workbench().press('Escape');
    await page.frame.locator('.crosshair').first().waitFor({ state: 'detached' });
  });

  it('takes a color with the eyedropper, and Escape puts it down', async () => {
    await stage.takeUpEyedropper();
    assert.equal(await stage.pane.evaluate((pane) => getComputedStyle(pane).cursor), 'crosshair');
    await workbench().press('Escape');
    await eventually(async () =>
      assert.notEqual(await stage.pane.evaluate((pane) => getComputedStyle(pane).cursor), 'crosshair'),
    );
    await stage.takeUpEyedropper();
    await stage.pointAt(0.4, 0.4);
    const [hex] = await stage.hexes();
    const locked = await stage.eventDetail('tessera-lock', () =>
      workbench()
        .page.mouse.down()
        .then(() => workbench().page.mouse.up()),
    );
    assert.equal(locked, hex);
    assert.notEqual(await stage.pane.evaluate((pane) => getComputedStyle(pane).cursor), 'crosshair');
  });

  it('dims all pixels but those of a highlighted color', async () => {
    const share = await page.frame.locator('tessera-palette').evaluate((palette) => {
      palette.dispatchEvent(
        new CustomEvent('tessera-highlight', {
          detail: { index: 3, isKept: false },
          bubbles: true,
          composed: true,
        }),
      );
      return (palette as HTMLElement & { palette: { shares: number[] } }).palette.shares[3]!;
    });
    const veil = page.frame.locator('canvas.veil');
    const clear = () =>
      veil.evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        let count = 0;
        for (let at = 3; at < data.length; at += 4) if (data[at] === 0) count++;
        return (4 * count) / data.length;
      });
    await eventually(async () =>
      assert.ok(Math.abs((await clear()) - share) < 0.01, `${await clear()} of ${share}`),
    );
    await page.frame.locator('tessera-palette').evaluate((palette) => {
      palette.dispatchEvent(
        new CustomEvent('tessera-highlight', {
          detail: { index: undefined, isKept: false },
          bubbles: true,
          composed: true,
        }),
      );
    });
    await eventually(async () => assert.equal(await clear(), 1));
  });

  it('has a background that is chosen, and remembered with view and zoom while another editor is in front', async () => {
    page = await TesseraPage.open(workbench(), 'address-book-icon.png');
    await page.atRest();
    stage = new StagePage(page, workbench());
    const background = () =>
      page.picture('Reduced').evaluate((canvas) => getComputedStyle(canvas).backgroundColor);
    await stage.background.selectOption({ label: 'White' });
    await eventually(async () => assert.equal(await background(), 'rgb(255, 255, 255)'));
    await stage.background.selectOption({ label: 'Black' });
    await eventually(async () => assert.equal(await background(), 'rgb(0, 0, 0)'));
    await stage.view('Reduced');
    await stage.pane.focus();
    await workbench().press('1', '+', '+', '+', '+', '+', '+');
    await stage.percent('800 %');
    await TesseraPage.open(workbench(), 'hats.png');
    await workbench().tab('address-book-icon.png').click();
    page = await TesseraPage.visible(workbench(), 'address-book-icon.png');
    await page.atRest();
    stage = new StagePage(page, workbench());
    await stage.percent('800 %');
    assert.equal(await background(), 'rgb(0, 0, 0)');
    assert.ok(await page.frame.getByRole('radio', { name: 'Reduced' }).isChecked());
  });
});

function countColors(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
}
