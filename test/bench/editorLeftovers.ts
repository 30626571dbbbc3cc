/**
 * Opens and closes a 10-megapixel JPEG in the real editor, 50 times or as often as `--rounds` says, and compares what
 * the extension host holds after the last five rounds with what it held after the first five. A few rounds before those
 * are not counted: the host loads its code, and V8 and the allocator take their room (measured: no growth after the
 * seventh round). What is to be seen is whether each image leaves something behind.
 *
 *     node out/test/bench/editorLeftovers.js [--rounds 50]
 *
 * Ends with exit code 1 when it is over 15 % more.
 */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { FIRST_FILE } from '../e2e/firstFile';
import { Workbench } from '../e2e/workbench';
import { projectRoot } from '../host/projectRoot';
import { EXTENSIONS_FOLDER_VARIABLE } from '../host/suiteVariables';
import { runMain } from '../host/runMain';
import { createTemporaryFolder } from '../host/temporaryFolder';
import { BENCH_SETTINGS } from './editorSettings';
import { MEMORY_FOLDER_VARIABLE, MEMORY_ROUNDS_VARIABLE, type HeldMemory } from './memoryProbe/heldMemory';
import { PROBE_PORT_VARIABLE } from './stallProbe/stall';

const COMPARED = 5;
const WARM_UP = 5;
const MOST_GROWTH = 0.15;
const MB = 1e6;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' } } });
const rounds = Number(values.rounds);

runMain(async () => {
  const folder = createTemporaryFolder('memory');
  await sharp(join(projectRoot, 'samples', 'hats.png'))
    .resize(3888, 2592)
    .jpeg({ quality: 85 })
    .toFile(join(folder.path, 'large.jpg'));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env[PROBE_PORT_VARIABLE] = String((server.address() as AddressInfo).port); // it listens on a port
  process.env[EXTENSIONS_FOLDER_VARIABLE] = join(createTemporaryFolder('empty').path, 'extensions'); // it is loaded in development
  process.env[MEMORY_ROUNDS_VARIABLE] = String(WARM_UP + rounds);
  process.env[MEMORY_FOLDER_VARIABLE] = folder.path;
  const connection = once(server, 'connection');
  const workbench = await Workbench.open(folder.path, {
    settings: { ...BENCH_SETTINGS, ...FIRST_FILE },
    payload: ({ remoteUri }) => [
      ['extensionDevelopmentPath', remoteUri(projectRoot)],
      ['extensionTestsPath', remoteUri(join(projectRoot, 'out', 'test', 'bench', 'memoryProbe', 'index.js'))],
    ],
  });
  try {
    const [socket] = (await connection) as [Socket]; // what the event is documented to bring
    const closed: number[] = [];
    for await (const line of createInterface({ input: socket })) {
      const held = JSON.parse(line) as HeldMemory; // written by our own probe
      closed.push(held.closed);
      console.log(`${closed.length}: ${toMb(held.open)} MB open, ${toMb(held.closed)} MB closed`);
    }
    return report(closed);
  } finally {
    await workbench.close();
    server.close();
    folder.remove();
  }
});

function report(closed: readonly number[]): number {
  if (closed.length < WARM_UP + rounds) throw new Error(`The probe ended after ${closed.length} rounds.`);
  const cold = median(closed.slice(0, COMPARED));
  const first = median(closed.slice(WARM_UP, WARM_UP + COMPARED));
  const last = median(closed.slice(-COMPARED));
  const growth = last / first - 1;
  console.log(
    `cold ${COMPARED}: ${toMb(cold)} MB, first ${COMPARED} after them: ${toMb(first)} MB, last ${COMPARED}: ${toMb(last)} MB, ${(100 * growth).toFixed(1)} %`,
  );
  return growth > MOST_GROWTH ? 1 : 0;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function toMb(bytes: number): string {
  return (bytes / MB).toFixed(0);
}
