/** Child processes that are ended together with everything they started. */
import { spawn, spawnSync, type ChildProcessByStdio, type SpawnOptions } from 'node:child_process';
import type { Readable } from 'node:stream';
import { atExit } from './atExit';

export interface ProcessTree {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Ends the process and its descendants at once; settles when the process is gone. */
  stop(): Promise<void>;
}

/** Starts a program whose output is piped. It ends at the latest when this process does. */
export function startProcessTree(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): ProcessTree {
  const isWindows = process.platform === 'win32';
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, which can be ended as a whole. Windows has none, and would open a console.
    detached: !isWindows,
    windowsHide: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const kill = () => {
    if (child.pid === undefined) {
      return;
    }
    if (isWindows) {
      spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
      return;
    }
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      // The whole group is gone already.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
        throw error;
      }
    }
  };
  const forget = atExit(kill);
  return {
    child,
    async stop() {
      forget();
      kill();
      await ended;
    },
  };
}
