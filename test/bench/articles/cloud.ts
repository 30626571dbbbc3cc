/** The colors of a picture in space, with their centroids. */
import { join } from 'node:path';
import { projectRoot } from '../../host/projectRoot';
import { ArticleEditor } from './articleEditor';
import { sheet, type Cell } from './sheet';

/** Until a look is drawn, in ms. */
const SETTLING_MS = 800;

export async function cloud(): Promise<Record<string, Buffer>> {
  const editor = await ArticleEditor.open(join(projectRoot, 'samples'), 'hard_candy.png');
  await editor.panel('Explore', 'Color space');
  const cells: Cell[] = [];
  for (const [look, name] of [
    ['RGB', 'Colors of the picture in space'],
    ['OKLab', 'Colors of the picture in space'],
    ['a–b plane', 'Colors of the picture on the a–b plane'],
  ] as const) {
    await editor.frame.getByRole('radio', { name: look, exact: true }).check();
    const view = editor.frame.getByLabel(name).first();
    await view.waitFor();
    await editor.workbench.page.waitForTimeout(SETTLING_MS);
    cells.push({ picture: await view.screenshot(), caption: [look] });
  }
  await editor.close();
  return { 'cloud.jpg': await sheet(cells, { columns: 3, cellWidth: 360 }) };
}
