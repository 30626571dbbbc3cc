/** A codebook of 128 colors and the picture of labels, and the picture that they are again. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { eventually } from '../../host/eventually';
import { projectRoot } from '../../host/projectRoot';
import { ArticleEditor } from './articleEditor';
import { sheet, stacked, strip } from './sheet';

const K = 128;
const FILE = 'clownfish.png';

export async function codebook(): Promise<Record<string, Buffer>> {
  const editor = await ArticleEditor.open(join(projectRoot, 'samples'), FILE);
  const { workbench, page } = editor;
  await page.enterK(K);
  const reduced = await editor.canvas(/^Reduced picture/);
  const colors = await editor.colors();
  await page.saveButton.click();
  await page.saved(`clownfish.k${K}.png`);
  await workbench.clearNotifications();
  await workbench.runCommand('Tessera: Export Palette…');
  await workbench.answerQuickInput('Codebook and label map');
  const book = workbench.path('clownfish.codebook.json');
  await workbench.answerFileDialog(book);
  await eventually(() => readFileSync(book));
  await workbench.runCommand('Tessera: Reconstruct Image from Codebook…');
  await workbench.answerFileDialog(book);
  const again = await eventually(() => readFileSync(workbench.path('clownfish (2).png')));
  const labels = workbench.path('clownfish.labels.png');
  const [saved, rebuilt] = await Promise.all(
    [workbench.path(`clownfish.k${K}.png`), again].map((file) => sharp(file).removeAlpha().raw().toBuffer()),
  );
  if (!saved!.equals(rebuilt!)) throw new Error('The reconstructed picture is another one.');
  const size = (path: string) => `${statSync(path).size.toLocaleString('en-US')} bytes`;
  const cells = [
    { picture: await editor.canvas(/^Original picture/), caption: ['Original', size(workbench.path(FILE))] },
    { picture: readFileSync(labels), caption: ['Labels, as gray', size(labels)] },
    {
      picture: await fields(colors),
      caption: [`Codebook of ${K} colors`, `${size(book)} with names`],
    },
    {
      picture: reduced,
      caption: [
        'Both together, every pixel as saved',
        `as an indexed PNG ${size(workbench.path(`clownfish.k${K}.png`))}`,
      ],
    },
  ];
  await editor.close();
  return { 'codebook.jpg': await sheet(cells, { columns: 4, cellWidth: 260 }) };
}

/** The colors in rows of eight, as high as the picture is. */
async function fields(colors: readonly string[]): Promise<Buffer> {
  const row = (from: number) => strip(colors.slice(from, from + 8), { width: 512, height: 44 });
  let picture = await row(0);
  for (let from = 8; from < colors.length; from += 8) picture = await stacked(picture, await row(from));
  return picture;
}
