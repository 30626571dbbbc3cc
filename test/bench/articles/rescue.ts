/**
 * The orange of a clownfish: among the first colors it is there, rounds of plain k-means wash it out, and keeping rare
 * colors brings it back.
 */
import { join } from 'node:path';
import { projectRoot } from '../../host/projectRoot';
import { ArticleEditor } from './articleEditor';
import { sheet, type Cell } from './sheet';

const K = 8;

export async function rescue(): Promise<Record<string, Buffer>> {
  const editor = await ArticleEditor.open(join(projectRoot, 'samples'), 'clownfish.png');
  await editor.page.enterK(K);
  const cells: Cell[] = [{ picture: await editor.canvas(/^Original picture/), caption: ['Original'] }];
  await editor.panel('Explore', 'Convergence');
  await editor.chooseStart('Random');
  const slider = editor.frame.getByRole('slider', { name: 'Round', exact: true });
  await slider.press('Home'); // also stops the playing
  cells.push({
    picture: await editor.canvas(/^Start, before round/),
    caption: ['Plain k-means, 8 random pixels'],
  });
  await slider.press('End');
  const last = await slider.getAttribute('max');
  cells.push({
    picture: await editor.canvas(new RegExp(`^Round ${last} of `)),
    caption: [`Plain k-means, round ${last}`],
  });
  await editor.panel('Reduce');
  for (const percent of [0, 25, 100]) {
    await editor.keepRare(percent);
    cells.push({
      picture: await editor.canvas(/^Reduced picture/),
      caption: [percent === 0 ? 'Tessera' : `Keep rare colors: ${percent} %`],
    });
  }
  await editor.close();
  return { 'rescue.jpg': await sheet(cells, { columns: 3, cellWidth: 320 }) };
}
