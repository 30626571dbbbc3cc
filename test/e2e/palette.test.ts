import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { readPng } from './pngFile';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

/** The steps of one job: each test goes on where the one before it ended. */
describe('editing the palette', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'), { settings: FIRST_FILE });
  let page: TesseraPage;
  let locked: string;

  const tool = (name: string | RegExp): Locator =>
    page.frame.getByRole('toolbar').getByRole('button', { name });
  const named = (name: string | RegExp): Locator =>
    page.frame.getByRole('listbox', { name: 'Palette' }).getByRole('option', { name });
  const hexField = (): Locator => page.frame.getByRole('textbox', { name: /as hex$/ });

  async function hexOf(swatch: Locator): Promise<string> {
    const hex = /^#[0-9a-f]{6}/.exec((await swatch.getAttribute('aria-label')) ?? '')?.[0];
    assert.ok(hex);
    return hex;
  }

  async function hexes(): Promise<string[]> {
    const labels = await page.swatches.evaluateAll((all) => all.map((each) => each.ariaLabel ?? ''));
    return labels.map((label) => label.slice(0, 7));
  }

  /** Saves, and reads which colors the file's palette has. */
  async function savedColors(name: string): Promise<Set<string>> {
    await page.save(name);
    const { rgba } = await readPng(workbench().path(name));
    const colors = new Set<string>();
    for (let at = 0; at < rgba.length; at += 4) {
      colors.add(`#${Buffer.from(rgba.subarray(at, at + 3)).toString('hex')}`);
    }
    return colors;
  }

  it('says of each color what it is', async () => {
    page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest(16);
    const label = (await page.swatches.first().getAttribute('aria-label')) ?? '';
    assert.match(label, /^#[0-9a-f]{6}, [A-Z][^,]+, [\d.]+ %$/);
    await page.swatches.first().hover();
    await page.frame.getByText(/(black|white) text \d+\.\d:1 AA/).waitFor();
  });

  it('locks a color, which stays through another number of colors', async () => {
    locked = await hexOf(page.swatches.nth(5));
    await page.swatches.nth(5).click();
    await tool('Lock').click();
    await named(new RegExp(`^${locked}.*, locked$`)).waitFor();
    await page.enterK(6);
    await named(new RegExp(`^${locked}.*, locked$`)).waitFor();
    assert.equal(await page.swatches.count(), 6);
  });

  it('recolors it, in the picture and in the file', async () => {
    await named(new RegExp(`^${locked}`)).click({ button: 'right' });
    await page.frame.getByRole('menuitem', { name: 'Recolor…' }).click();
    await hexField().fill('#FF00AA');
    await hexField().press('Enter');
    await named(new RegExp(`^#ff00aa, .*, locked, recolored from ${locked}$`)).waitFor();
    await page.atRest(6);
    const saved = await savedColors('shutters.k6.png');
    assert.ok(saved.has('#ff00aa') && !saved.has(locked));
    assert.equal(saved.size, 6);
  });

  it('follows the color picker while it is open', async () => {
    await tool('Recolor…').click(); // it is still chosen
    const picker = page.frame.locator('input[type=color]');
    await picker.evaluate((input: HTMLInputElement) => {
      input.value = '#00ff00';
      input.dispatchEvent(new Event('input'));
    });
    await page.reducedSize.filter({ hasText: '≈' }).waitFor();
    await named(/^#00ff00/).waitFor();
    await eventually(async () => assert.ok((await greenPixels(page)) > 0, 'the picture is not green'));
    await picker.evaluate((input) => input.dispatchEvent(new Event('change')));
    await page.atRest(6);
    assert.ok((await greenPixels(page)) > 0);
    await page.frame.getByRole('button', { name: 'Done' }).click();
  });

  it('takes the recoloring back', async () => {
    await tool('Restore Color').click();
    await named(new RegExp(`^${locked}.*, locked$`)).waitFor();
    await page.atRest(6);
    assert.equal(await greenPixels(page), 0);
  });

  it('merges two colors into one and keeps the others', async () => {
    const before = await hexes();
    await page.swatches.nth(1).click();
    if ((await tool('Merge').getAttribute('aria-disabled')) !== 'true')
      assert.fail('one color can not be merged');
    await page.swatches.nth(2).click({ modifiers: ['Control'] });
    await page.frame.getByText('2 colors chosen').waitFor();
    await tool('Merge').click();
    await page.atRest(5);
    const after = await hexes();
    const kept = before.filter((_, place) => place !== 1 && place !== 2);
    for (const hex of kept) assert.ok(after.includes(hex), hex);
    assert.equal(await page.numberField.inputValue(), '5');
  });

  it('says that fewer colors need unlocking, and does not go below what is locked', async () => {
    await page.frame.getByText('All 5 colors are locked. For fewer colors, unlock or remove some.').waitFor();
    await page.slider.press('Home');
    await page.atRest(5);
    assert.equal(await page.numberField.inputValue(), '5');
  });

  it('removes a color and keeps the others', async () => {
    const before = await hexes();
    await page.swatches.nth(3).click();
    await tool('Remove').click();
    await page.atRest(4);
    assert.deepEqual((await hexes()).sort(), before.filter((_, place) => place !== 3).sort());
  });

  it('adds a color', async () => {
    await page.frame.getByRole('button', { name: 'Add a color' }).click();
    await hexField().fill('nonsense');
    await hexField().press('Enter');
    await page.frame.getByText('A color looks like #3a7bd5.').waitFor();
    await hexField().fill('07f');
    await hexField().press('Enter');
    await named(/^#0077ff, .*, locked$/).waitFor();
    await page.atRest(5);
  });

  it('unlocks all', async () => {
    await page.frame.getByRole('button', { name: 'Unlock all' }).click();
    await named(/^#0077ff/).waitFor({ state: 'detached' });
    await page.atRest(5);
    assert.equal(await named(/locked/).count(), 0);
  });

  it('sorts, and remembers it', async () => {
    await page.frame.getByRole('button', { name: /^Sort/ }).click();
    await page.frame.getByRole('menuitemradio', { name: 'by luminance' }).click();
    await page.frame.getByRole('button', { name: 'Sort, now by luminance' }).waitFor();
    const red = (hex: string) => [1, 3, 5].reduce((sum, at) => sum + parseInt(hex.slice(at, at + 2), 16), 0);
    const [first = '', last = ''] = [(await hexes()).at(0), (await hexes()).at(-1)];
    assert.ok(red(first) < red(last));
  });

  it('shows thousands of colors, and arrow keys go through them', async () => {
    await page.numberField.fill('3000');
    await page.numberField.press('Enter');
    await page.frame.getByRole('img', { name: 'Reduced picture, 3,000 colors' }).waitFor();
    await page.atRest();
    assert.equal(await page.swatches.count(), 3000);
    await page.swatches.first().focus();
    await workbench().press('End');
    await page.swatches.last().and(page.frame.locator(':focus')).waitFor();
  });

  it('chooses, locks, recolors, merges, removes and copies by keyboard alone', async () => {
    page = await TesseraPage.open(workbench(), 'clownfish.png');
    await page.atRest(16);
    const focused = page.frame.locator('[role=option]:focus');
    const hex = async () => ((await focused.getAttribute('aria-label')) ?? '').slice(0, 7);
    await page.numberField.focus();
    // Over the slider and the size's hint to the palette's buttons, and to its one tab stop.
    for (let tabs = 0; (await focused.count()) === 0; tabs++) {
      assert.ok(tabs < 12, 'the palette is not reached');
      await workbench().press('Tab');
    }
    await workbench().press('ArrowRight', 'ArrowDown');
    const color = await hex();
    assert.equal(color, await page.swatches.nth(3).evaluate((each) => each.ariaLabel?.slice(0, 7)));

    await workbench().press('Control+c');
    await eventually(async () =>
      assert.equal(await workbench().page.evaluate(() => navigator.clipboard.readText()), color),
    );

    await workbench().press('l');
    await page.frame.getByRole('option', { name: new RegExp(`^${color}.*locked$`) }).waitFor();
    await page.atRest(16);
    assert.equal(await hex(), color, 'the focus follows its color');

    await workbench().press('r');
    await page.frame.getByRole('textbox', { name: `New color for ${color}, as hex` }).fill('#00ff00');
    await workbench().press('Enter');
    await page.frame.getByRole('option', { name: /^#00ff00/ }).waitFor();
    await page.atRest(16);
    assert.equal(await hex(), '#00ff00', 'the focus is back');

    await workbench().press('Shift+ArrowDown');
    await page.frame.getByText('3 colors chosen').waitFor();
    await workbench().press('m');
    await page.atRest(14);

    await workbench().press('Escape', 'Home', 'Delete');
    await page.atRest(13);

    await workbench().press('Shift+F10');
    await page.frame.getByRole('menuitem', { name: 'Unlock' }).and(page.frame.locator(':focus')).waitFor();
    await workbench().press('Escape');
    await focused.waitFor();
  });
});

/** Pixels of the reduced picture that are pure green. */
function greenPixels(page: TesseraPage): Promise<number> {
  return page.picture('Reduced').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === 0 && data[at + 1] === 255 && data[at + 2] === 0) count++;
    }
    return count;
  });
}
