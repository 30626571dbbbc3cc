import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { decodeImage } from '../../src/images/decode';
import { launchBrowser } from '../host/browser';
import { projectRoot } from '../host/projectRoot';

const FIXTURES = join(projectRoot, 'test', 'fixtures');

/** Rounding, once more where a canvas keeps colors multiplied by alpha, and for JPEG the ways to spread chroma. */
const TOLERANCE = 3;

/**
 * Where ours and Chromium's pixels differ by more, by how much and why: it cuts 16 bits down to 8 before it applies
 * gamma.
 */
const KNOWN: readonly (readonly [RegExp, number])[] = [
  [/^(bas[in]|oi\d[in]|oi\dn)\w*16\.png$/, 13],
  [/^tb\w\w\w\w?16\.png$/, 4],
];

interface Shown {
  width: number;
  height: number;
  /** RGBA, in Base64. */
  rgba: string;
}

/**
 * The page shows the original as the browser decodes it, and beside it what is made of our pixels: colors that differ
 * would be taken for the reduction's work.
 */
describe('the pixels that are reduced', () => {
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  });

  after(() => browser.close());

  const folders = ['pngsuite', '.', 'exif'];
  for (const folder of folders) {
    it(`are those that the browser shows: ${folder === '.' ? 'pictures' : folder}`, async () => {
      const names = readdirSync(join(FIXTURES, folder)).filter((name) => /^[^x].*\.(png|jpg)$/.test(name));
      let compared = 0;
      const different: string[] = [];
      for (const name of names) {
        const bytes = readFileSync(join(FIXTURES, folder, name));
        const ours = await decodeImage(bytes, name, { maxMegapixels: 100 }).catch(() => undefined);
        const shown = await inBrowser(page, bytes, ours?.isConverted ?? false);
        assert.equal(ours === undefined, shown === undefined, `${name}: only one of both reads it`);
        if (!ours || !shown) continue;
        assert.deepEqual([ours.width, ours.height], [shown.width, shown.height], name);
        const tolerance = KNOWN.find(([pattern]) => pattern.test(name))?.[1] ?? TOLERANCE;
        const most = largestDifference(ours.rgba, Buffer.from(shown.rgba, 'base64'));
        if (most > tolerance) different.push(`${name}: ${most.toFixed(1)} levels`);
        compared++;
      }
      assert.deepEqual(different, []);
      assert.ok(compared >= 8, `${compared} compared`);
    });
  }
});

/** Decoded as the page does it; `undefined` of what the browser can't decode. */
function inBrowser(page: Page, bytes: Buffer, isConverted: boolean): Promise<Shown | undefined> {
  const options: ImageBitmapOptions = {
    colorSpaceConversion: isConverted ? 'default' : 'none',
    imageOrientation: 'from-image',
    premultiplyAlpha: 'none',
  };
  return page.evaluate(
    async ({ base64, options }) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      let bitmap: ImageBitmap;
      try {
        bitmap = await createImageBitmap(new Blob([data]), options);
      } catch {
        return undefined;
      }
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const pixels = context.getImageData(0, 0, width, height).data;
      let letters = '';
      for (let i = 0; i < pixels.length; i++) letters += String.fromCharCode(pixels[i]!);
      return { width, height, rgba: btoa(letters) };
    },
    { base64: bytes.toString('base64'), options },
  );
}

/** Colors count by their alpha, for a canvas keeps them multiplied by it. */
function largestDifference(ours: Uint8Array, theirs: Uint8Array): number {
  let largest = 0;
  for (let i = 0; i < theirs.length; i++) {
    const weight = i % 4 === 3 ? 1 : theirs[i | 3]! / 255;
    largest = Math.max(largest, Math.abs(ours[i]! - theirs[i]!) * weight);
  }
  return largest;
}
