/** Segments of a picture and their areas: how much of it is red flower. */
import { join } from 'node:path';
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
  const stage = frame.locator('tessera-compare-panes .pane').last();
  cells.push({
    picture: await stage.screenshot(),
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
