import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { eventually } from '../../host/eventually';
import { violations } from '../axe';
import { TesseraPage } from '../tesseraPage';
import type { Workbench } from '../workbench';

export function exploreMotion(workbench: () => Workbench): void {
  let page: TesseraPage;

  before(async () => {
    page = await TesseraPage.open(workbench(), 'hard_candy.png');
    await page.atRest(16);
    await page.frame.getByRole('tab', { name: 'Explore', exact: true }).click();
  });

  const button = (name: string | RegExp) => page.frame.getByRole('button', { name });
  const heading = (name: string | RegExp) => page.frame.getByRole('heading', { level: 2, name });
  const rounds = () => page.frame.locator('tessera-player-controls').getByRole('slider', { name: 'Round' });
  const status = (text: string | RegExp) => page.frame.getByRole('status').filter({ hasText: text });
  const view = (name: string) => page.frame.getByRole('tab', { name, exact: true }).click();

  async function choose(label: string, option: string): Promise<void> {
    await page.frame.getByRole('combobox', { name: label, exact: true }).click();
    await page.frame.getByRole('option', { name: option, exact: true }).click();
  }

  it('plays by itself, and is stepped through, scrubbed and played again to its end', async () => {
    await view('Convergence');
    await button('Pause').click();
    await rounds().press('Home');
    await heading(/^Start, before round 1 of \d+$/).waitFor();
    const last = Number(await rounds().getAttribute('max'));
    assert.ok(last >= 5, `${last} rounds`);
    await status(`Ended after ${last} rounds: nothing moved.`).waitFor();
    const colorsAtStart = await colorsOnStage(page.frame.getByRole('img', { name: /^Start, before/ }));
    assert.ok(colorsAtStart.size <= 16, `${colorsAtStart.size} colors`);

    await button('Next round').click();
    await heading(`Round 1 of ${last}`).waitFor();
    await button('Round before').click();
    await heading(/^Start/).waitFor();
    assert.equal(await button('Round before').isDisabled(), true);

    await rounds().press('End');
    await heading(`Round ${last} of ${last}`).waitFor();
    assert.match(await page.frame.getByTestId('changed').innerText(), /^0 of /);
    const stage = page.frame.getByRole('img', { name: `Round ${last} of ${last}`, exact: true });
    assert.notDeepEqual(await colorsOnStage(stage), colorsAtStart);

    await choose('Rounds a second', '25 rounds/s');
    await button('Play').click();
    await button('Pause').waitFor();
    await button('Play').waitFor(); // it has come to its end, from the start
    await heading(`Round ${last} of ${last}`).waitFor();

    const chart = page.frame.getByRole('slider', { name: 'Error by round' });
    await chart.press('Home');
    await chart.press('ArrowRight');
    await chart.press('Enter');
    await heading(`Round 1 of ${last}`).waitFor();
    assert.deepEqual(await violations(page), []);
  });

  it('moves its centroids among the colors of the picture, and draws their ways', async () => {
    await page.frame.getByText('Centroids in color space').click();
    const cloud = page.frame.getByLabel('Colors of the picture in space');
    await cloud.waitFor();
    await status(/^[\d,]+ points/).waitFor();
    const after = async (key: 'Home' | 'End') => {
      await rounds().press(key);
      return (await cloud.screenshot()).toString('base64');
    };
    await eventually(async () => assert.notEqual(await after('Home'), await after('End')));
    assert.deepEqual(await violations(page), []);
    await workbench().screenshot('explore-centroids');
    await page.frame.getByText('Centroids in color space').click();
  });

  it('is saved as an animation that other programs show, a frame a round', async () => {
    const last = Number(await rounds().getAttribute('max'));
    await page.frame.getByText('Save as animation').click();
    await choose('Size', '256 × 171');
    await choose('A round', '0.5 s');
    await button('Export as GIF…').click();
    await workbench().answerFileDialog(workbench().path('candy.gif'));
    const gif = await eventually(() => readFileSync(workbench().path('candy.gif')));
    const { pages, width, pageHeight, delay, loop } = await sharp(gif, { animated: true }).metadata();
    assert.deepEqual([pages, width, pageHeight, loop], [last + 1, 256, 171, 0]);
    assert.deepEqual(delay, [...Array<number>(last).fill(500), 2000]);
    const frames = await Promise.all(
      [0, last].map(async (frame) => {
        const { data } = await sharp(gif, { page: frame })
          .removeAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        return new Set(Array.from({ length: data.length / 3 }, (_, i) => data.readUIntBE(3 * i, 3)));
      }),
    );
    for (const colors of frames) assert.ok(colors.size > 1 && colors.size <= 16, `${colors.size} colors`);
    assert.notDeepEqual(frames[0], frames[1]);
  });

  it('starts where the person wants, without changing the reduction', async () => {
    const stage = page.frame.getByRole('img', { name: /^Start, before/ });
    const startColors = async () => {
      await button('Pause').click(); // another start plays by itself
      await rounds().press('Home');
      return [...(await colorsOnStage(stage))].sort().join();
    };
    await button('Play').click();
    const starts = [await startColors()];
    await choose('Start', 'Random');
    starts.push(await startColors());
    await button('Throw the dice for another seed').click();
    starts.push(await startColors());
    assert.equal(new Set(starts).size, 3);

    await workbench().page.emulateMedia({ reducedMotion: 'reduce' });
    await choose('Start', 'k-means++');
    await eventually(async () =>
      assert.ok(!starts.includes([...(await colorsOnStage(stage))].sort().join())),
    );
    await button('Play').waitFor();
    await heading(/^Start/).waitFor();
    await workbench().page.emulateMedia({ reducedMotion: 'no-preference' });
    assert.equal(await page.undoButton.getAttribute('aria-disabled'), 'true');
  });

  it('ends differently from other starts, any of which is taken and given back', async () => {
    await view('Starts');
    await button('Take Seed 2').waitFor();
    await page.frame.getByRole('img', { name: /^Deterministic · [\d.]+/ }).waitFor();
    await page.frame.getByRole('img', { name: /^Seed 3 · [\d.]+/ }).waitFor();
    assert.equal(await page.frame.getByText('Best', { exact: true }).count(), 1);
    const taken = (name: string) => page.frame.getByRole('button', { name: `Take ${name}`, pressed: true });
    await taken('Deterministic').waitFor();
    assert.deepEqual(await violations(page), []);

    await button('Take Seed 2').click();
    await taken('Seed 2').waitFor();
    await page.undoButton.click();
    await taken('Deterministic').waitFor();

    await button('Watch Seed 3').click();
    await button('Pause').waitFor();
    assert.equal(await page.frame.getByRole('spinbutton', { name: 'Seed' }).inputValue(), '3');
    await view('Starts');

    await button('Other seeds').click();
    await button(/^Take Seed 2$/).waitFor({ state: 'detached' }); // others may begin with a 2
    await eventually(async () => assert.equal(await button(/^Take Seed \d{2,}$/).count(), 3));
  });
}

/** The different colors of a canvas. */
async function colorsOnStage(canvas: Locator): Promise<Set<number>> {
  const colors = await canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
    return [...new Set(new Uint32Array(data.buffer))];
  });
  return new Set(colors);
}
