/** Rounds of k-means with 16 colors on a photograph of 128 × 128 pixels. */
import { join } from 'node:path';
import sharp from 'sharp';
import { projectRoot } from '../../host/projectRoot';
import { ArticleEditor } from './articleEditor';
import { sheet, type Cell } from './sheet';

const K = 16;
const SIDE = 128;
const FILE = 'small.png';

export async function convergence(): Promise<Record<string, Buffer>> {
  const samples = join(projectRoot, 'samples');
  const editor = await ArticleEditor.open(samples, FILE, async (folder) => {
    await sharp(join(samples, 'hats.png'))
      .resize(SIDE, SIDE, { fit: 'cover' })
      .png()
      .toFile(join(folder, FILE));
  });
  await editor.page.enterK(K);
  const cells: Cell[] = [
    { picture: await editor.canvas(/^Original picture/), caption: ['Original, 128 × 128'] },
  ];
  await editor.panel('Explore', 'Convergence');
  await editor.chooseStart('Random');
  const slider = editor.frame.getByRole('slider', { name: 'Round', exact: true });
  await slider.press('Home'); // also stops the playing
  const last = Number(await slider.getAttribute('max'));
  for (const round of [...new Set([0, 1, 2, 3, 5, 10, last])].filter((each) => each <= last)) {
    await slider.fill(String(round));
    const name = round === 0 ? /^Start, before round/ : new RegExp(`^Round ${round} of `);
    const chart = editor.frame.getByRole('slider', { name: 'Error by round' });
    const error = /ΔE²\D*([\d.]+)/.exec((await chart.getAttribute('aria-valuetext')) ?? '')?.[1] ?? '';
    cells.push({
      picture: await editor.canvas(name),
      caption: [round === 0 ? 'Start: 16 random pixels' : `Round ${round}`, `error ${error} ΔE²`],
    });
  }
  console.log(
    await editor.frame.locator('tessera-explore-convergence').getByRole('status').first().innerText(),
  );
  await editor.close();
  return { 'convergence.jpg': await sheet(cells, { columns: 4, cellWidth: 256 }) };
}
