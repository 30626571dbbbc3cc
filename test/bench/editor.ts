/**
 * How long a person waits in the real editor: opening, slider to preview, bytes on the wire, and how long other
 * extensions wait for ours. `npm run bench:editor [-- image…]` prints Markdown tables.
 */
import { join } from 'node:path';
import { atRest } from './editorPage';
import { closeEditor, timeOpening, type OpeningTimes } from './editorOpening';
import { benchPictures, type BenchPicture } from './editorPictures';
import { MOVES, timeDrag, timeMoves, type Drag } from './editorSlider';
import { measureMemory, type OpenMemory } from './editorMemory';
import { measureStalls, ROUNDS } from './editorStall';
import { markdownTable, median, ms, percentile95 } from './editorTables';
import { timePan, timePlaying, timeWheel, type GestureTimes } from './editorZoom';
import { wireBytes, type WireBytes } from './editorWire';
import { BENCH_SETTINGS } from './editorSettings';
import { Workbench } from '../e2e/workbench';
import { installExtension, packageExtension } from '../host/extensionPackage';
import { runMain } from '../host/runMain';
import { EXTENSIONS_FOLDER_VARIABLE } from '../host/suiteVariables';
import { createTemporaryFolder } from '../host/temporaryFolder';

/** After the first, which also starts the extension. */
const OPENINGS = 4;

interface Measured {
  picture: BenchPicture;
  openings: OpeningTimes[];
  moves: number[];
  drag: Drag;
  gestures: { what: string; times: GestureTimes }[];
  wire: WireBytes;
}

runMain(async () => {
  const { folder, pictures } = await benchPictures(process.argv.slice(2));
  const installed = createTemporaryFolder('installed').path;
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(await packageExtension(), installed);
  const measured: Measured[] = [];
  for (const picture of pictures) measured.push(await measure(folder.path, picture));
  console.log(openingTable(measured));
  console.log(sliderTable(measured));
  console.log(gestureTable(measured));
  console.log(await memoryTable(folder.path, pictures));

  // The probe brings the extension as a development one; an installed one beside it would only be hidden.
  process.env[EXTENSIONS_FOLDER_VARIABLE] = join(createTemporaryFolder('empty').path, 'extensions');
  const largest = pictures.at(-1)!;
  console.log(await stallTable(folder.path, largest));
  return 0;
});

async function measure(folder: string, picture: BenchPicture): Promise<Measured> {
  const workbench = await Workbench.open(folder, { settings: BENCH_SETTINGS });
  try {
    const { frame, times } = await timeOpening(workbench, picture.file);
    const openings = [times];
    const moves = await timeMoves(workbench, frame);
    const drag = await timeDrag(workbench, frame);
    await atRest(frame);
    const gestures = [
      { what: 'wheel, from the fit to large pixels and back', times: await timeWheel(workbench, frame) },
      { what: 'drag at twice the fit', times: await timePan(workbench, frame, ['0', '+', '+']) },
      { what: 'drag at 100 %', times: await timePan(workbench, frame, ['1']) },
      { what: 'playing k-means', times: await timePlaying(workbench, frame) },
      { what: 'drag at 400 %', times: await timePan(workbench, frame, ['1', '+', '+', '+', '+']) },
    ];
    const wire = await wireBytes(workbench, () => timeMoves(workbench, frame));
    for (let opening = 0; opening < OPENINGS; opening++) {
      await closeEditor(workbench, picture.file);
      openings.push((await timeOpening(workbench, picture.file)).times);
    }
    return { picture, openings, moves, drag, gestures, wire };
  } finally {
    await workbench.close();
  }
}

function openingTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ picture, openings: [first, ...later] }) => [
    titleOf(picture),
    ...(['original', 'preview', 'rest'] as const).map(
      (what) => `${ms(first![what])} / ${ms(median(later.map((times) => times[what])))}`,
    ),
  ]);
  return (
    `\n## From “Reduce Palette…” to …\n\nFirst opening after VS Code has started / median of ${OPENINGS} later ones.\n\n` +
    markdownTable(['picture', 'original shown', 'first preview', 'at rest (k = 16)'], rows)
  );
}

function sliderTable(measured: readonly Measured[]): string {
  const base = median(measured[0]!.moves);
  const rows = measured.map(({ picture, moves, drag, wire }) => [
    titleOf(picture),
    ms(median(moves)),
    ms(percentile95(moves)),
    `${(median(moves) / base).toFixed(2)} ×`,
    `${drag.paints.toFixed(0)} of ${drag.moves.toFixed(0)}`,
    ms(drag.longestGap),
    `${Math.round(wire.fromPage / MOVES)} B`,
    `${Math.round(wire.toPage / MOVES)} B`,
  ]);
  const head = [
    'picture',
    'median',
    'p95',
    'median to the first row',
    'dragging: paints of moves a second',
    'longest gap',
    'sent a move',
    'received a move',
  ];
  return (
    `\n## Slider to painted preview\n\n${MOVES} moves, each to another k from 2 to 256; then a drag without a pause. ` +
    'Bytes: everything on the wire between browser and server. Aim: median 60 ms, and at most 1.5 × for a large picture.\n\n' +
    markdownTable(head, rows)
  );
}

function gestureTable(measured: readonly Measured[]): string {
  const rows = measured.flatMap(({ picture, gestures }) =>
    gestures.map(({ what, times: { frames, script } }) => [
      titleOf(picture),
      what,
      ...[frames, script].flatMap((times) => [ms(median(times)), ms(percentile95(times))]),
    ]),
  );
  return (
    '\n## Zooming and moving the picture, and playing k-means\n\nTime from frame to frame during the gesture, and what of it our script took. ' +
    'Aim: median 20 ms a frame.\n\n' +
    markdownTable(['picture', 'gesture', 'frame, median', 'p95', 'script, median', 'p95'], rows)
  );
}

async function memoryTable(folder: string, pictures: readonly BenchPicture[]): Promise<string> {
  const rows: string[][] = [];
  for (const picture of pictures) {
    const workbench = await Workbench.open(folder, { settings: BENCH_SETTINGS });
    const memory: OpenMemory = await measureMemory(workbench, pictures[0]!.file, picture.file);
    await workbench.close();
    rows.push([
      titleOf(picture),
      ...[memory.page, memory.host].flatMap((bytes) => [
        `${Math.round(bytes / 1e6)} MB`,
        (bytes / (1e6 * picture.megapixels)).toFixed(1),
      ]),
    ]);
  }
  const head = ['picture', 'page', 'bytes a pixel', 'host and worker', 'bytes a pixel'];
  return (
    '\n## Memory of an open picture\n\nAt rest, beyond what there was with none open (after one had been open).\n\n' +
    markdownTable(head, rows)
  );
}

async function stallTable(folder: string, picture: BenchPicture): Promise<string> {
  const measured = await measureStalls(folder, picture.file);
  const rows = measured.map(({ what, stalls }) => {
    const longest = stalls.map((stall) => stall.longest);
    const own = stalls.map((stall) => stall.longestOwn);
    return [
      what,
      `${ms(median(own))} / ${ms(Math.max(...own))}`,
      `${ms(median(longest))} / ${ms(Math.max(...longest))}`,
      ms(median(stalls.map(({ percentile99 }) => percentile99))),
      `${(100 * median(stalls.map(({ utilization }) => utilization))).toFixed(1)} %`,
      `${(median(stalls.map(({ duration }) => duration)) / 1000).toFixed(1)} s`,
    ];
  });
  return (
    `\n## The extension host's event loop\n\n${titleOf(picture)}; median / worst of ${ROUNDS} rounds. Aim: under 50 ms. ` +
    'The second column leaves out what the thread waited for a processor (Linux only).\n\n' +
    markdownTable(['while', 'longest stall, own', 'with waiting', 'p99', 'busy', 'for'], rows)
  );
}

function titleOf({ file, megapixels }: BenchPicture): string {
  return `${file} (${megapixels.toFixed(1)} MP)`;
}
