/**
 * The README's short animation, from the real editor: the slider goes from many colors to few, and the divider moves
 * across. `npm run build:tests && node out/test/bench/animation.js` writes docs/images/editor.gif, in one palette that
 * this project's engine finds for all frames.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GIFEncoder } from 'gifenc';
import sharp from 'sharp';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { ImageReducer } from '../../src/engine/reduce';
import { runToEnd } from '../../src/engine/steps';
import { TesseraPage } from '../e2e/tesseraPage';
import { Workbench } from '../e2e/workbench';
import { installExtension, packageExtension } from '../host/extensionPackage';
import { projectRoot } from '../host/projectRoot';
import { runMain } from '../host/runMain';
import { EXTENSIONS_FOLDER_VARIABLE } from '../host/suiteVariables';
import { createTemporaryFolder } from '../host/temporaryFolder';

const SIZE = { width: 1100, height: 700 };
const KS = [256, 128, 64, 32, 16, 8, 4, 2, 4, 8, 16];
/** Places of the divider, in percent. */
const DIVIDERS = [50, 40, 30, 20, 10, 20, 35, 50, 65, 80, 65, 50];
const COLORS = 128;

interface Frame {
  png: Buffer;
  /** How long it is shown, ms. */
  delay: number;
}

runMain(async () => {
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(
    await packageExtension(),
    createTemporaryFolder('animation').path,
  );
  const workbench = await Workbench.open(join(projectRoot, 'samples'), { ...SIZE, theme: 'dark' });
  const frames = await record(workbench);
  await workbench.close();
  const file = join(projectRoot, 'docs', 'images', 'editor.gif');
  writeFileSync(file, await encode(frames));
  console.log(file);
  return 0;
});

async function record(workbench: Workbench): Promise<Frame[]> {
  const frames: Frame[] = [];
  const page = await TesseraPage.open(workbench, 'clownfish.png');
  await page.atRest(16);
  // A click on the view that is open hides the side bar: the whole width is the editor's.
  await workbench.page.getByRole('tab', { name: /^Explorer/ }).click();
  await workbench.explorer.waitFor({ state: 'hidden' });
  const take = async (delay: number) => {
    frames.push({ png: await workbench.page.screenshot(), delay });
  };
  for (const k of KS) {
    await page.enterK(k);
    await take(k === KS.at(-1) ? 1200 : 500);
  }
  const divider = page.frame.getByRole('separator');
  await divider.focus();
  for (const place of DIVIDERS) {
    for (;;) {
      const now = Number(await divider.getAttribute('aria-valuenow'));
      if (Math.abs(now - place) < 1) break;
      const key = now < place ? 'ArrowRight' : 'ArrowLeft';
      await divider.press(Math.abs(now - place) >= 10 ? `Shift+${key}` : key);
    }
    await take(place === DIVIDERS.at(-1) ? 1200 : 160);
  }
  return frames;
}

/** One palette for all frames, so that nothing flickers. */
async function encode(frames: readonly Frame[]): Promise<Uint8Array> {
  const { width, height } = SIZE;
  const rgba = new Uint8Array(4 * width * height * frames.length);
  for (const [index, { png }] of frames.entries()) {
    rgba.set(await sharp(png).ensureAlpha().raw().toBuffer(), 4 * width * height * index);
  }
  const reducer = new ImageReducer({ width, height: height * frames.length, rgba });
  const { picture } = runToEnd(reducer.reduce({ ...DEFAULT_OPTIONS, k: COLORS }, { effort: 'rest' }));
  const palette = Array.from({ length: picture.palette.length / 4 }, (_, color) => [
    ...picture.palette.subarray(4 * color, 4 * color + 3),
  ]);
  const gif = GIFEncoder();
  frames.forEach(({ delay }, index) => {
    const pixels = Uint8Array.from(
      picture.indices.subarray(width * height * index, width * height * (index + 1)),
    );
    gif.writeFrame(pixels, width, height, { palette, delay });
  });
  gif.finish();
  return gif.bytes();
}
