/** What VS Code calls inside the extension host: opens and closes one image over and over, and tells what the host holds. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { PROBE_PORT_VARIABLE } from '../stallProbe/stall';
import { MEMORY_FOLDER_VARIABLE, MEMORY_ROUNDS_VARIABLE, type HeldMemory } from './heldMemory';
import { COMMANDS } from '../../../src/commands/ids';
import { VIEW_TYPE } from '../../../src/editor/provider';

/** Settles after the last round; a line over the socket for each. */
export async function run(): Promise<void> {
  const socket = connect(Number(process.env[PROBE_PORT_VARIABLE]), '127.0.0.1');
  await once(socket, 'connect');
  let worker: Worker | undefined;
  process.on('worker', (started) => (worker ??= started));
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag adds to new contexts
  const folder = vscode.Uri.file(process.env[MEMORY_FOLDER_VARIABLE] ?? '');
  const rounds = Number(process.env[MEMORY_ROUNDS_VARIABLE]);
  for (let round = 0; round < rounds; round++) {
    worker = undefined;
    await vscode.commands.executeCommand(
      'vscode.openWith',
      vscode.Uri.joinPath(folder, 'large.jpg'),
      VIEW_TYPE,
    );
    const saved = await vscode.commands.executeCommand<string | undefined>(COMMANDS.saveReduced); // waits for rest
    const open = process.memoryUsage().rss;
    const end: Promise<unknown> = worker ? once(worker, 'exit') : Promise.resolve();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await end;
    if (saved === undefined) throw new Error(`Round ${round} came to no result.`);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, saved));
    collect(); // garbage is no leak, and would be collected in its own time
    const held: HeldMemory = { open, closed: process.memoryUsage().rss };
    socket.write(`${JSON.stringify(held)}\n`);
  }
  socket.end();
}
