/** Three random starts with 16 colors, and the deterministic one. */
import { join } from 'node:path';
import { projectRoot } from '../../host/projectRoot';
import { ArticleEditor } from './articleEditor';
import { sheet, type Cell } from './sheet';

export async function starts(): Promise<Record<string, Buffer>> {
  const editor = await ArticleEditor.open(join(projectRoot, 'samples'), 'clownfish.png');
  await editor.page.enterK(16);
  await editor.panel('Explore', 'Starts');
  const cells: Cell[] = [];
  for (const start of ['Deterministic', 'Seed 1', 'Seed 2', 'Seed 3']) {
    const picture = editor.frame.getByRole('img', { name: new RegExp(`^${start} · `) });
    await picture.waitFor();
    const [name = '', ...figures] = ((await picture.getAttribute('aria-label')) ?? '').split(' · ');
    cells.push({
      picture: await editor.canvas(new RegExp(`^${start} · `)),
      caption: [name, `error ${figures.join(', ')}`],
    });
  }
  await editor.close();
  return { 'starts.jpg': await sheet(cells, { columns: 4, cellWidth: 260 }) };
}
