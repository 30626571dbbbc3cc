/** The steps of the main job, each with what a person would check: an image becomes an indexed PNG beside it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { INDEXED, readPng } from './pngFile';
import { TesseraPage } from './tesseraPage';
import { difference, thumbnail } from './thumbnail';
import type { Workbench } from './workbench';

export const SAMPLES = join(projectRoot, 'samples');
export const SOURCE = 'shutters.jpg';

const source = readFileSync(join(SAMPLES, SOURCE));

export async function openFromExplorer(workbench: Workbench): Promise<TesseraPage> {
  const page = await TesseraPage.open(workbench, SOURCE);
  await page.atRest(16);
  const expected = await thumbnail(source);
  const original = await page.thumbnail('Original');
  const reduced = await page.thumbnail('Reduced');
  assert.ok(difference(original, expected) < 6, `original differs by ${difference(original, expected)}`);
  assert.ok(difference(reduced, expected) < 12, `reduced differs by ${difference(reduced, expected)}`);
  assert.notDeepEqual(reduced, original);
  assert.equal(await page.swatches.count(), 16);
  assert.equal(
    await page.frame.getByTestId('original-size').getAttribute('title'),
    `${source.byteLength.toLocaleString('en-US')} bytes`,
  );
  return page;
}

/** From 16 to 64 colors. */
export async function dragSliderAndLetGo(page: TesseraPage): Promise<void> {
  const estimate = page.reducedSize.filter({ hasText: '≈' });
  const before = await page.exactByteLength();
  await page.dragSlider(16, 64);
  await estimate.waitFor();
  assert.equal(await page.numberField.inputValue(), '64');
  await page.shows(64);
  assert.equal(await page.swatches.count(), 64);
  await page.releaseSlider();
  await page.atRest(64);
  assert.ok((await page.exactByteLength()) > before);
}

/** Saves by `save` what the page shows, in `k` colors, and settles when that was found to be what is on the disk. */
export async function saveBesideSource(
  workbench: Workbench,
  page: TesseraPage,
  k: number,
  save: () => Promise<void>,
): Promise<void> {
  const name = `shutters.k${k}.png`;
  const shown = await page.exactByteLength();
  const palette = await page.swatches.count();
  await save();
  await page.saved(name);
  await workbench.explorerFile(name).waitFor();
  const saved = await readPng(workbench.path(name));
  assert.equal(saved.colorType, INDEXED);
  assert.equal(saved.colors, palette);
  assert.equal(saved.colors, k);
  assert.equal(saved.bytes.byteLength, shown);
  assert.deepEqual([saved.width, saved.height], [768, 512]);
  assert.ok(difference(await thumbnail(saved.bytes), await thumbnail(source)) < 12);
}

/** The source is as it was, and of all that was written only these files are there. */
export function assertOnlyNewFiles(workbench: Workbench, names: readonly string[]): void {
  assert.deepEqual(readFileSync(workbench.path(SOURCE)), source);
  assert.deepEqual(
    readdirSync(workbench.path()).sort(),
    [...readdirSync(SAMPLES).filter((file) => !/\.k\d+\.png$/.test(file)), ...names].sort(),
  );
}
