/**
 * How the slider follows where the editor may run: beside the browser, over a slow line, and in the web extension
 * host. `npm run bench:places [-- image…]` prints a Markdown table.
 */
import { timeOpening } from './editorOpening';
import { benchPictures } from './editorPictures';
import { BENCH_SETTINGS } from './editorSettings';
import { MOVES, timeDrag, timeMoves } from './editorSlider';
import { markdownTable, median, ms, percentile95 } from './editorTables';
import { Workbench, type WorkbenchOptions } from '../e2e/workbench';
import { installExtension, packageExtension } from '../host/extensionPackage';
import { runMain } from '../host/runMain';
import { EXTENSIONS_FOLDER_VARIABLE } from '../host/suiteVariables';
import { createTemporaryFolder } from '../host/temporaryFolder';

const PLACES: readonly { title: string; options: WorkbenchOptions }[] = [
  { title: 'extension host with Node', options: {} },
  { title: 'the same, 50 ms away', options: { latencyMs: 50 } },
  { title: 'web extension host', options: { isWebHost: true } },
];

runMain(async () => {
  const { folder, pictures } = await benchPictures(process.argv.slice(2));
  const installed = createTemporaryFolder('installed').path;
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(await packageExtension(), installed);
  const rows: string[][] = [];
  for (const { file } of pictures) {
    for (const { title, options } of PLACES) {
      rows.push([`${file}, ${title}`, ...(await measure(folder.path, file, options))]);
    }
  }
  const head = [
    'where',
    'first preview',
    'at rest',
    'slider to preview, median',
    'p95',
    'paints of moves a second',
  ];
  console.log(`\n${MOVES} moves, each to another k; then a drag without a pause.\n`);
  console.log(markdownTable(head, rows));
  return 0;
});

async function measure(folder: string, file: string, options: WorkbenchOptions): Promise<string[]> {
  const workbench = await Workbench.open(folder, { ...options, settings: BENCH_SETTINGS });
  try {
    const { frame, times } = await timeOpening(workbench, file);
    const moves = await timeMoves(workbench, frame);
    const drag = await timeDrag(workbench, frame);
    return [
      ms(times.preview),
      ms(times.rest),
      ms(median(moves)),
      ms(percentile95(moves)),
      `${drag.paints.toFixed(0)} of ${drag.moves.toFixed(0)}`,
    ];
  } finally {
    await workbench.close();
  }
}
