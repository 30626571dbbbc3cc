/** How long the extension host's event loop stands still, measured inside it (test/bench/stallProbe). */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { closeEditor, timeOpening } from './editorOpening';
import { BENCH_SETTINGS } from './editorSettings';
import { timeDrag } from './editorSlider';
import { PROBE_PORT_VARIABLE, START, STOP, type Stall } from './stallProbe/stall';
import { Workbench } from '../e2e/workbench';
import { projectRoot } from '../host/projectRoot';

export interface StallRow {
  what: string;
  /** One a round. */
  stalls: Stall[];
}

/** What we do stalls every round; what the machine does besides, some. */
export const ROUNDS = 5;

/** Opens, drags and closes the picture, and then does nothing for as long as opening took. */
export async function measureStalls(folder: string, file: string): Promise<StallRow[]> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env[PROBE_PORT_VARIABLE] = String((server.address() as AddressInfo).port); // it listens on a port
  const connection = once(server, 'connection');
  const workbench = await Workbench.open(folder, {
    settings: BENCH_SETTINGS,
    payload: ({ remoteUri }) => [
      ['extensionDevelopmentPath', remoteUri(projectRoot)],
      ['extensionTestsPath', remoteUri(join(projectRoot, 'out', 'test', 'bench', 'stallProbe', 'index.js'))],
    ],
  });
  const [socket] = (await connection) as [Socket]; // what the event is documented to bring
  try {
    return await measureRounds(workbench, new Probe(socket), file);
  } finally {
    await workbench.close();
    socket.destroy();
    server.close();
  }
}

async function measureRounds(workbench: Workbench, probe: Probe, file: string): Promise<StallRow[]> {
  const openings: Stall[] = [];
  const drags: Stall[] = [];
  const idle: Stall[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const opening = await probe.during(() => timeOpening(workbench, file));
    openings.push(opening.stall);
    drags.push((await probe.during(() => timeDrag(workbench, opening.result.frame))).stall);
    await closeEditor(workbench, file);
    idle.push((await probe.during(() => delay(opening.stall.duration))).stall);
  }
  return [
    { what: 'opened and reduced', stalls: openings },
    { what: 'slider dragged', stalls: drags },
    { what: 'nothing open', stalls: idle },
  ];
}

class Probe {
  private readonly lines: AsyncIterator<string>;

  constructor(private readonly socket: Socket) {
    this.lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  }

  async during<T>(work: () => Promise<T>): Promise<{ result: T; stall: Stall }> {
    this.socket.write(`${START}\n`);
    const result = await work();
    this.socket.write(`${STOP}\n`);
    const line = await this.lines.next();
    if (line.done) throw new Error('The probe in the extension host hung up.');
    return { result, stall: JSON.parse(line.value) as Stall }; // written by our own probe
  }
}
