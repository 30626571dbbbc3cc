/**
 * Opens ten different 10-megapixel JPEGs at once in the real editor, and tells how long it takes until all rest, what
 * the extension host holds at most and after they are closed, and whether a thread stays behind. Then the slider of one
 * is moved while the nine others open, against the same moves while nothing else goes on.
 *
 *     node out/test/bench/editorTen.js [--optimize]
 *
 * `--optimize`: with the search for smaller files, as the setting is by default; it goes on after the pictures rest.
 * Ends with exit code 1 when a thread is left.
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
import { runMain } from '../host/runMain';
import { EXTENSIONS_FOLDER_VARIABLE } from '../host/suiteVariables';
import { createTemporaryFolder } from '../host/temporaryFolder';
import { timeOpening } from './editorOpening';
import { BENCH_SETTINGS } from './editorSettings';
import { timeMoves } from './editorSlider';
import { PROBE_PORT_VARIABLE } from './stallProbe/stall';
import { TEN_FOLDER_VARIABLE, type Held, type Order } from './tenProbe/order';

const SIZE = { width: 3888, height: 2592 };
const SMALL = 'small.png';
const NAMES = Array.from({ length: 10 }, (_, i) => `large-${i}.jpg`);
/** What grows from one to the next is kept by someone; what the first one brings is room that the allocator keeps. */
const ROUNDS = 2;
const MB = 1e6;

const { values } = parseArgs({ options: { optimize: { type: 'boolean', default: false } } });

runMain(async () => {
  const folder = createTemporaryFolder('ten');
  for (const [i, name] of NAMES.entries()) await makeImage(join(folder.path, name), i);
  await sharp(join(projectRoot, 'samples', 'hats.png')).toFile(join(folder.path, SMALL));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env[PROBE_PORT_VARIABLE] = String((server.address() as AddressInfo).port); // it listens on a port
  process.env[EXTENSIONS_FOLDER_VARIABLE] = join(createTemporaryFolder('empty').path, 'extensions'); // it is loaded in development
  const connection = once(server, 'connection');
  const workbench = await Workbench.open(folder.path, {
    settings: { ...BENCH_SETTINGS, ...(values.optimize ? {} : FIRST_FILE) },
    payload: ({ remoteUri }) => [
      ['extensionDevelopmentPath', remoteUri(projectRoot)],
      ['extensionTestsPath', remoteUri(join(projectRoot, 'out', 'test', 'bench', 'tenProbe', 'index.js'))],
    ],
    // The workbench opens a copy of the folder.
    prepare: (copy) => void (process.env[TEN_FOLDER_VARIABLE] = copy),
  });
  try {
    const [socket] = (await connection) as [Socket]; // what the event is documented to bring
    const probe = new Probe(socket);
    await openOne(probe);
    let left = 0;
    for (let round = 0; round < ROUNDS; round++) left += await openTen(probe);
    left += await slideWhileOthersOpen(probe, workbench);
    socket.destroy();
    return left > 0 ? 1 : 0;
  } finally {
    await workbench.close();
    server.close();
    folder.remove();
  }
});

/** Another part of the sample in other colors each time, with noise over it: as many colors as a photograph has. */
async function makeImage(path: string, i: number): Promise<void> {
  const noise = await sharp({
    create: { ...SIZE, channels: 3, background: 'gray', noise: { type: 'gaussian', mean: 128, sigma: 12 } },
  })
    .raw()
    .toBuffer();
  await sharp(join(projectRoot, 'samples', 'hats.png'))
    .extract({ left: 20 * i, top: 10 * i, width: 540, height: 360 })
    .modulate({ hue: 36 * i })
    .resize(SIZE)
    .composite([{ input: noise, raw: { ...SIZE, channels: 3 }, blend: 'overlay' }])
    .jpeg({ quality: 85 })
    .toFile(path);
}

/** Loads what is loaded once, and tells how long one image takes. */
async function openOne(probe: Probe): Promise<void> {
  for (const name of [SMALL, NAMES[0]!]) {
    const opened = await probe.order({ do: 'open', names: [name], isBeside: false });
    const rested = await probe.order({ do: 'rest', names: [name] });
    const { resident } = await probe.order({ do: 'close' });
    console.log(
      `${name} alone: at rest after ${seconds(opened.duration + rested.duration)}; ${mb(resident)} after closing`,
    );
  }
}

/** How many threads are left. */
async function openTen(probe: Probe): Promise<number> {
  const opened = await probe.order({ do: 'open', names: NAMES, isBeside: false });
  const rested = await probe.order({ do: 'rest', names: NAMES });
  const closed = await probe.order({ do: 'close' });
  console.log(
    `ten: at rest after ${seconds(opened.duration + rested.duration)}; ${mb(rested.resident)} then, ${mb(rested.peak)} at most; after closing ${mb(closed.resident)}, of it ${mb(closed.buffers)} in buffers, and ${closed.workers} threads`,
  );
  return closed.workers;
}

/** How many threads are left. */
async function slideWhileOthersOpen(probe: Probe, workbench: Workbench): Promise<number> {
  const [first = '', ...others] = NAMES;
  await timeOpening(workbench, first);
  const [frame] = workbench.tesseraFrames(1); // the oldest of those that are seen
  if (!frame) throw new Error('There is no page.');
  await probe.order({ do: 'open', names: [SMALL], isBeside: true }); // so that the page's width stays
  const alone = await timeMoves(workbench, frame);
  const opening = probe.order({ do: 'open', names: others, isBeside: true });
  const meanwhile = await timeMoves(workbench, frame);
  await opening;
  const rested = await probe.order({ do: 'rest', names: NAMES });
  const closed = await probe.order({ do: 'close' });
  console.log(`slider to picture: ${quantiles(alone)} alone, ${quantiles(meanwhile)} while nine others open`);
  console.log(
    `memory: ${mb(rested.peak)} at most, ${mb(closed.resident)} after closing; threads left: ${closed.workers}`,
  );
  return closed.workers;
}

class Probe {
  private readonly lines: AsyncIterator<string>;

  constructor(private readonly socket: Socket) {
    this.lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  }

  /** Settles when it was followed. */
  async order(order: Order): Promise<Held> {
    this.socket.write(`${JSON.stringify(order)}\n`);
    const line = await this.lines.next();
    if (line.done) throw new Error('The probe in the extension host hung up.');
    return JSON.parse(line.value) as Held; // written by our own probe
  }
}

function quantiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const [median, most] = [sorted[sorted.length >> 1], sorted.at(-1)];
  return `${median?.toFixed(0)} ms (at most ${most?.toFixed(0)})`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function mb(bytes: number): string {
  return `${(bytes / MB).toFixed(0)} MB`;
}
