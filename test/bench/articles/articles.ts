/**
 * What five articles on k-means and images show, made with the real editor on this project's samples.
 *
 *     npm run articles [-- NAME…]
 *
 * writes docs/images/articles/NAME.jpg (or .png) and prints the figures that docs/articles.md tells.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installExtension, packageExtension } from '../../host/extensionPackage';
import { projectRoot } from '../../host/projectRoot';
import { runMain } from '../../host/runMain';
import { EXTENSIONS_FOLDER_VARIABLE } from '../../host/suiteVariables';
import { createTemporaryFolder } from '../../host/temporaryFolder';
import { codebook } from './codebook';
import { cloud } from './cloud';
import { colors, factors, palettes } from './colors';
import { convergence } from './convergence';
import { lowRank } from './lowRank';
import { rescue } from './rescue';
import { segments } from './segments';
import { starts } from './starts';
import { times } from './times';

/** A figure: its pictures by their file names, written to docs/images/articles. */
export type Figure = () => Promise<Record<string, Buffer>>;

const FIGURES: Record<string, Figure> = {
  convergence,
  palettes,
  colors,
  factors,
  rescue,
  starts,
  codebook,
  lowRank,
  segments,
  cloud,
  times,
};

runMain(async () => {
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(
    await packageExtension(),
    createTemporaryFolder('articles').path,
  );
  const folder = join(projectRoot, 'docs', 'images', 'articles');
  mkdirSync(folder, { recursive: true });
  const wanted = process.argv.slice(2);
  for (const [name, figure] of Object.entries(FIGURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`# ${name}`);
    for (const [file, bytes] of Object.entries(await figure())) {
      writeFileSync(join(folder, file), bytes);
      console.log(`${file}: ${bytes.byteLength} bytes`);
    }
  }
  return 0;
});
