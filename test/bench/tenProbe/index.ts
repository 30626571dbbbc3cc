/** What VS Code calls inside the extension host: opens and closes images as it is told, and tells what the host holds. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/commands/ids';
import { VIEW_TYPE } from '../../../src/editor/provider';
import { PROBE_PORT_VARIABLE } from '../stallProbe/stall';
import { TEN_FOLDER_VARIABLE, type Held, type Order } from './order';

const { executeCommand } = vscode.commands;
const KILOBYTE = 1024;

/** Settles when the bench hangs up. */
export async function run(): Promise<void> {
  const socket = connect(Number(process.env[PROBE_PORT_VARIABLE]), '127.0.0.1');
  await once(socket, 'connect');
  const workers = new Set<Worker>();
  process.on('worker', (worker) => {
    workers.add(worker);
    worker.once('exit', () => workers.delete(worker));
  });
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag adds to new contexts
  for await (const line of createInterface({ input: socket })) {
    const startedAt = performance.now();
    await follow(JSON.parse(line) as Order, workers); // written by our own bench
    const duration = performance.now() - startedAt;
    collect();
    const { rss, arrayBuffers } = process.memoryUsage();
    const held: Held = {
      duration,
      resident: rss,
      buffers: arrayBuffers,
      peak: process.resourceUsage().maxRSS * KILOBYTE,
      workers: workers.size,
    };
    socket.write(`${JSON.stringify(held)}\n`);
  }
}

async function follow(order: Order, workers: ReadonlySet<Worker>): Promise<void> {
  switch (order.do) {
    case 'open': {
      const viewColumn = order.isBeside ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
      const options = { preview: false, preserveFocus: order.isBeside, viewColumn };
      await Promise.all(
        order.names.map((name) => executeCommand('vscode.openWith', uriOf(name), VIEW_TYPE, options)),
      );
      return;
    }
    case 'rest':
      for (const name of order.names) await saveActive(name);
      return;
    case 'close': {
      const ends = [...workers].map((worker) => once(worker, 'exit'));
      await executeCommand('workbench.action.closeAllEditors');
      await Promise.all(ends);
    }
  }
}

/** Save waits for rest; what it wrote is removed again. */
async function saveActive(name: string): Promise<void> {
  await executeCommand('vscode.openWith', uriOf(name), VIEW_TYPE, { preview: false });
  const saved = await executeCommand<string | undefined>(COMMANDS.saveReduced);
  if (saved === undefined) throw new Error(`${name} came to no result.`);
  await vscode.workspace.fs.delete(uriOf(saved));
}

function uriOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.file(process.env[TEN_FOLDER_VARIABLE] ?? ''), name);
}
