import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { INDEXED, readPixels, readPng } from './pngFile';
import { TesseraPage } from './tesseraPage';
import { difference, thumbnail } from './thumbnail';
import { useWorkbench } from './useWorkbench';

const FIXTURES = join(projectRoot, 'test', 'fixtures');
/** Names under which fixtures are opened. */
const PICTURES = {
  'few-colors.png': join(FIXTURES, 'pngsuite', 'g04n3p04.png'),
  'gray-16-bit.png': join(FIXTURES, 'pngsuite', 'g04n0g16.png'),
  'cmyk.jpg': join(FIXTURES, 'cmyk.jpg'),
  'wide-gamut.png': join(FIXTURES, 'wide-gamut.png'),
  'turned.jpg': join(FIXTURES, 'exif', 'orientation-6.jpg'),
};

describe('pictures of every kind', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'), {
    settings: FIRST_FILE,
    prepare(folder) {
      for (const [name, path] of Object.entries(PICTURES)) copyFileSync(path, join(folder, name));
    },
  });

  afterEach(async () => {
    await workbench().closeEditors();
    await workbench().clearNotifications();
  });

  async function open(name: string): Promise<TesseraPage> {
    const page = await TesseraPage.open(workbench(), name);
    await page.atRest();
    return page;
  }

  it('a transparent icon stands before a checkerboard', async () => {
    const page = await open('address-book-icon.png');
    const box = await page.picture('Reduced').boundingBox();
    assert.ok(box);
    // The icon's corner is empty, so what is seen there is the board: grays, and at least two of them.
    const corner = await workbench().page.screenshot({
      clip: { x: Math.ceil(box.x) + 1, y: Math.ceil(box.y) + 1, width: 24, height: 24 },
    });
    const { rgba } = await readPixels(corner);
    const grays = new Set<number>();
    for (let at = 0; at < rgba.length; at += 4) {
      const [r, g, b] = rgba.subarray(at, at + 3);
      assert.ok(r === g && g === b, `a colored pixel: ${r}, ${g}, ${b}`);
      grays.add(r!);
    }
    assert.ok(grays.size >= 2, `one gray only: ${[...grays].join(', ')}`);
  });

  it('a transparent icon keeps its transparency in the file', async () => {
    const page = await open('address-book-icon.png');
    await page.save('address-book-icon.k16.png');
    const source = await readPng(workbench().path('address-book-icon.png'));
    const saved = await readPng(workbench().path('address-book-icon.k16.png'));
    assert.equal(saved.colorType, INDEXED);
    const before = alphas(source.rgba);
    const after = alphas(saved.rgba);
    assert.ok(before.includes(0) && before.includes(255));
    assert.ok(
      after.every((alpha, i) => before[i] !== 0 || alpha === 0),
      'a transparent pixel became visible',
    );
    assert.ok(
      after.every((alpha, i) => before[i] !== 255 || alpha > 200),
      'a solid pixel became translucent',
    );
    assert.ok(
      after.some((alpha) => alpha > 0 && alpha < 255),
      'no soft edge is left',
    );
  });

  it('a picture of few colors keeps every pixel, and the page says so', async () => {
    const page = await open('few-colors.png');
    const source = await readPng(workbench().path('few-colors.png'));
    await page.frame
      .getByText(`All ${source.colors} colors kept: the reduced picture is identical.`)
      .waitFor();
    await page.save('few-colors.k16.png');
    const saved = await readPng(workbench().path('few-colors.k16.png'));
    assert.equal(saved.colorType, INDEXED);
    assert.deepEqual(saved.rgba, source.rgba);
    assert.equal(await page.frame.getByTestId('psnr').innerText(), '∞ dB');
  });

  it('more colors than a PNG palette holds become a truecolor PNG, and the page says so', async () => {
    const page = await open('hats.png');
    const note = page.frame.getByText(/A PNG palette holds 256 colors at most.*truecolor PNG/);
    assert.equal(await note.count(), 0);
    await page.enterK(300);
    await note.waitFor();
    await page.save('hats.k300.png');
    const saved = await readPng(workbench().path('hats.k300.png'));
    assert.equal(saved.colorType, 2);
    assert.equal(saved.colors, 300);
    assert.equal(saved.bytes.byteLength, await page.exactByteLength());
  });

  it('a grayscale PNG of 16 bits stays gray', async () => {
    const page = await open('gray-16-bit.png');
    await page.save('gray-16-bit.k16.png');
    const saved = await readPng(workbench().path('gray-16-bit.k16.png'));
    assert.equal(saved.colors, 16);
    for (let at = 0; at < saved.rgba.length; at += 4) {
      const [r, g, b] = saved.rgba.subarray(at, at + 3);
      assert.ok(r === g && g === b, `a colored pixel: ${r}, ${g}, ${b}`);
    }
    const source = await thumbnail(readFileSync(PICTURES['gray-16-bit.png']));
    assert.ok(difference(await thumbnail(saved.bytes), source) < 8);
    assert.ok(difference(await page.thumbnail('Original'), source) < 8);
  });

  it('a picture of a wide gamut is shown and reduced in the colors of sRGB', async () => {
    const source = readFileSync(PICTURES['wide-gamut.png']);
    // Fields of one color each, so that nothing is mixed.
    const sampled = async (picture: Sharp) => [
      ...(await picture.resize(8, 8, { fit: 'fill', kernel: 'nearest' }).ensureAlpha().raw().toBuffer()),
    ];
    const converted = await sampled(sharp(source));
    assert.ok(difference(await sampled(sharp(source, { ignoreIcc: true })), converted) > 6);
    const page = await open('wide-gamut.png');
    await eventually(async () => assert.ok(difference(await page.thumbnail('Original'), converted) < 2));
    assert.ok(difference(await page.thumbnail('Reduced'), converted) < 2);
  });

  it('a picture whose colors are converted by a rule of thumb only says so', async () => {
    const page = await open('cmyk.jpg');
    await page.frame.getByText(/The color profile of “cmyk\.jpg”.*is not applied/).waitFor();
  });

  it('a JPEG that a camera turned is upright in the page and in the file', async () => {
    const source = readFileSync(PICTURES['turned.jpg']);
    const { width: storedWidth, height: storedHeight } = await sharp(source).metadata();
    const page = await open('turned.jpg');
    await page.frame.getByText(`${storedHeight} × ${storedWidth}`).waitFor();
    const upright = await thumbnail(source);
    assert.ok(difference(await page.thumbnail('Original'), upright) < 8);
    assert.ok(difference(await page.thumbnail('Reduced'), upright) < 16);
    await page.save('turned.k16.png');
    const saved = await readPng(workbench().path('turned.k16.png'));
    assert.deepEqual([saved.width, saved.height], [storedHeight, storedWidth]);
    assert.ok(difference(await thumbnail(saved.bytes), upright) < 16);
  });

  it('a double click on a swatch puts its color on the clipboard', async () => {
    const page = await open('shutters.jpg');
    const swatch = page.swatches.nth(3);
    const hex = /^#[0-9a-f]{6}/.exec((await swatch.getAttribute('aria-label')) ?? '')?.[0];
    assert.ok(hex);
    await swatch.dblclick();
    await eventually(async () =>
      assert.equal(await workbench().page.evaluate(() => navigator.clipboard.readText()), hex),
    );
  });
});

function alphas(rgba: Uint8Array): number[] {
  return Array.from({ length: rgba.length / 4 }, (_, i) => rgba[4 * i + 3]!);
}
