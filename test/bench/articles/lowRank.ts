/** A picture by non-negative matrix factorization, from 1 to 150 components. */
import { join } from 'node:path';
import { projectRoot } from '../../host/projectRoot';
import { ArticleEditor } from './articleEditor';
import { sheet, type Cell } from './sheet';

export async function lowRank(): Promise<Record<string, Buffer>> {
  const editor = await ArticleEditor.open(join(projectRoot, 'samples'), 'shutters.jpg');
  const { frame } = editor;
  await editor.panel('Explore', 'Low rank');
  const figure = (name: string) =>
    frame
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .getByRole('cell')
      .last()
      .innerText();
  const cells: Cell[] = [];
  for (const components of [1, 2, 3, 5, 10, 20, 80, 150]) {
    const started = Date.now();
    const field = frame.getByRole('spinbutton', { name: /Number of components/ });
    await field.fill(String(components));
    await field.press('Enter');
    const name = components === 1 ? /^NMF · 1 component$/ : new RegExp(`^NMF · ${components} components$`);
    await frame.getByRole('img', { name, includeHidden: true }).waitFor({ state: 'attached' });
    await frame.getByRole('row', { name: /^PSNR.* dB .* dB$/ }).waitFor();
    console.log(`${components} components: ${Date.now() - started} ms with encoding and figures`);
    cells.push({
      picture: await editor.canvas(name),
      caption: [
        components === 1 ? '1 component' : `${components} components`,
        `${await figure('Numbers')} numbers`,
        `PSNR ${await figure('PSNR')}, PNG ${await figure('File size')}`,
      ],
    });
  }
  await editor.close();
  return { 'lowRank.jpg': await sheet(cells, { columns: 4, cellWidth: 280 }) };
}
