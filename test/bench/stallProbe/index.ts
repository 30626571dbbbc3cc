/** What VS Code calls inside the extension host: measures how long its event loop stands still. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { openProcessorWait } from './processorWait';
import { PROBE_PORT_VARIABLE, START, STOP, type Stall } from './stall';

const RESOLUTION_MS = 1;
const NS_PER_MS = 1e6;

/** Settles when the bench hangs up; VS Code then ends the extension host. */
export async function run(): Promise<void> {
  const socket = connect(Number(process.env[PROBE_PORT_VARIABLE]), '127.0.0.1');
  await once(socket, 'connect');
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const gaps = new Gaps();
  let startedAt = 0;
  let before = performance.eventLoopUtilization();
  for await (const line of createInterface({ input: socket })) {
    if (line === START) {
      delays.reset();
      delays.enable();
      gaps.start();
      before = performance.eventLoopUtilization();
      startedAt = performance.now();
    } else if (line === STOP) {
      delays.disable();
      gaps.stop();
      const stall: Stall = {
        longest: delays.max / NS_PER_MS,
        longestOwn: gaps.longestOwn,
        percentile99: delays.percentile(99) / NS_PER_MS,
        utilization: performance.eventLoopUtilization(before).utilization,
        duration: performance.now() - startedAt,
      };
      socket.write(`${JSON.stringify(stall)}\n`);
    }
  }
}

/** Times between two turns of the event loop; `monitorEventLoopDelay` cannot be asked what happened meanwhile. */
class Gaps {
  longestOwn = 0;
  private readonly waited = openProcessorWait();
  private timer: NodeJS.Timeout | undefined;

  start(): void {
    this.longestOwn = 0;
    let at = performance.now();
    let waitedBefore = this.waited();
    this.timer = setInterval(() => {
      const now = performance.now();
      const waited = this.waited();
      this.longestOwn = Math.max(this.longestOwn, now - at - (waited - waitedBefore));
      at = now;
      waitedBefore = waited;
    }, RESOLUTION_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
