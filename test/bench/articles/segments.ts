/** Segments of a picture and their areas: how much of it is red flower. */
import { join } from 'node:path';
import sharp from 'sharp';
import { projectRoot } from '../../host/projectRoot';
import { ArticleEditor } from './articleEditor';
import { sheet, type Cell } from './sheet';

const K = 8;

export async function segments(): Promise<Record<string, Buffer>> {
  const editor = await ArticleEditor.open(join(projectRoot, 'samples'), 'shutters.jpg');
  const { frame } = editor;
  const cells: Cell[] = [{ picture: await editor.canvas(/^Original picture/), caption: ['Original'] }];
  for (const k of [2, 3, 5, K]) {
    await editor.page.enterK(k);
    cells.push({ picture: await editor.canvas(/^Reduced picture/), caption: [`k = ${k}`] });
  }
  await editor.panel('Explore', 'Segments');
  const red = frame.getByRole('checkbox', { name: await reddest(editor) });
  await red.check();
  cells.push({
    picture: await withVeil(editor),
    caption: [
      await frame.getByRole('heading', { name: /of the picture/ }).innerText(),
      (
        await frame
          .locator('tessera-explore-segments')
          .getByText(/pixels/)
          .first()
          .innerText()
      ).split('\n')[0] ?? '',
    ],
  });
  await editor.close();
  return { 'segments.jpg': await sheet(cells, { columns: 3, cellWidth: 360 }) };
}

/** A pattern for the name of the reddest color. */
async function reddest({ frame }: ArticleEditor): Promise<RegExp> {
  await frame.getByRole('checkbox').first().waitFor();
  const rows = await frame.locator('tessera-explore-segments').getByRole('row').allInnerTexts();
  const hexes = rows.flatMap((row) => /#[0-9a-f]{6}/.exec(row) ?? []);
  const redness = (hex: string) =>
    parseInt(hex.slice(1, 3), 16) - Math.max(parseInt(hex.slice(3, 5), 16), parseInt(hex.slice(5, 7), 16));
  const [best = ''] = hexes.sort((a, b) => redness(b) - redness(a));
  return new RegExp(best);
}

/** The reduced picture with what dims the colors that are not selected. */
async function withVeil(editor: ArticleEditor): Promise<Buffer> {
  const veil = editor.frame.locator('tessera-compare-panes canvas.veil').last();
  const url = await veil.evaluate((element: HTMLCanvasElement) => element.toDataURL('image/png'));
  const picture = await editor.canvas(/^Reduced picture/);
  const input = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  return sharp(picture).composite([{ input }]).png().toBuffer();
}
