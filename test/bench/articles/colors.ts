/** Pictures and palettes at several numbers of colors. */
import { join } from 'node:path';
import { labelBits } from '../../../src/engine/explore/storageCost';
import { projectRoot } from '../../host/projectRoot';
import { ArticleEditor } from './articleEditor';
import { sheet, stacked, strip, type Cell } from './sheet';

const SAMPLES = join(projectRoot, 'samples');

/** 2, 3, 5, 10 and 30 colors, each with the strip of its palette. */
export async function colors(): Promise<Record<string, Buffer>> {
  const editor = await ArticleEditor.open(SAMPLES, 'hats.png');
  const cells: Cell[] = [{ picture: await editor.canvas(/^Original picture/), caption: ['Original'] }];
  for (const k of [2, 3, 5, 10, 30]) {
    await editor.page.enterK(k);
    cells.push({ picture: await withStrip(editor), caption: [`k = ${k}`, await sizeText(editor)] });
  }
  await editor.close();
  return { 'colors.jpg': await sheet(cells, { columns: 3, cellWidth: 360 }) };
}

/** 16, 32, 64 and 128 colors with the factor that their labels save, and that of the file. */
export async function factors(): Promise<Record<string, Buffer>> {
  const editor = await ArticleEditor.open(SAMPLES, 'clownfish.png');
  const cells: Cell[] = [];
  for (const k of [16, 32, 64, 128]) {
    await editor.page.enterK(k);
    const theory = (24 / labelBits(k)).toFixed(1).replace(/\.0$/, '');
    const ratio = await editor.frame.getByTestId('ratio').innerText();
    cells.push({
      picture: await editor.canvas(/^Reduced picture/),
      caption: [
        `k = ${k}`,
        `24 ÷ ${labelBits(k)} bits = ${theory}`,
        `PNG: ${await sizeText(editor)}, ${ratio}`,
      ],
    });
  }
  await editor.close();
  return { 'factors.jpg': await sheet(cells, { columns: 2, cellWidth: 480 }) };
}

/** The palettes of 64 and 256 colors: how many oranges there are. */
export async function palettes(): Promise<Record<string, Buffer>> {
  const editor = await ArticleEditor.open(SAMPLES, 'clownfish.png');
  const cells: Cell[] = [];
  for (const k of [64, 256]) {
    await editor.page.enterK(k);
    const hexes = await editor.colors();
    const rows = k / 32;
    let picture = await strip(hexes.slice(0, 32), { width: 960, height: 32 });
    for (let row = 1; row < rows; row++) {
      picture = await stacked(
        picture,
        await strip(hexes.slice(32 * row, 32 * row + 32), { width: 960, height: 32 }),
      );
    }
    cells.push({ picture, caption: [`k = ${k}`] });
  }
  await editor.close();
  return { 'palettes.png': await sheet(cells, { columns: 1, cellWidth: 960, isSharp: true }) };
}

/** The reduced picture with the palette under it. */
export async function withStrip(editor: ArticleEditor): Promise<Buffer> {
  const picture = await editor.canvas(/^Reduced picture/);
  const width = picture.readUInt32BE(16); // of a PNG file
  return stacked(picture, await strip(await editor.colors(), { width, height: Math.round(width / 12) }));
}

export function sizeText(editor: ArticleEditor): Promise<string> {
  return editor.page.reducedSize.innerText();
}
