/** Starts and stops a VS Code server whose web workbench a browser can open. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../src/shared/userError';
import { codeServerProgram } from './codeServerDownload';
import { startProcessTree, type ProcessTree } from './processTree';
import { createTemporaryFolder } from './temporaryFolder';
import { QUIET_SETTINGS, type WorkbenchSettings } from './workbenchSettings';

export interface CodeServerOptions {
  /** Where installed extensions lie; by default an empty folder of its own. */
  extensionsFolder?: string;
  /** A port, or a range such as `3210-3310` of which the first free one is taken. By default any free port. */
  ports?: string;
  /** User settings beside `QUIET_SETTINGS`. */
  settings?: WorkbenchSettings;
  /** Environment variables for the server and its extension hosts, beside those of this process. */
  env?: NodeJS.ProcessEnv;
}

export interface CodeServer {
  readonly port: number;
  readonly processId: number;
  /** The address that opens `folder`. `payload` holds key–value pairs for the workbench's environment. */
  workbenchUrl(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** A file or folder of this machine as the workbench names it. */
  remoteUri(path: string): string;
  /** What the server and its extension hosts have printed lately. */
  log(): string;
  /** Settles when the server ended by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const START_SECONDS = 60;
const LOG_CHARACTERS = 100_000;

/** Starts a server and settles when it answers. Rejects with the tail of its log when it does not. */
export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  const program = codeServerProgram();
  const folder = createTemporaryFolder('server');
  // The workbench of code-server keeps a person's settings on the server, not in the browser.
  const userFolder = join(folder.path, 'data', 'User');
  mkdirSync(userFolder, { recursive: true });
  const settings = { ...QUIET_SETTINGS, ...options.settings };
  writeFileSync(join(userFolder, 'settings.json'), JSON.stringify(settings, null, 2));

  const tree = startProcessTree(
    process.execPath,
    [
      program,
      ...['--host', HOST, '--port', options.ports ?? '0'],
      ...['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', folder.path],
      ...['--extensions-dir', options.extensionsFolder ?? join(folder.path, 'extensions')],
    ],
    // Without a gallery nothing is looked up on the network.
    { env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.env } },
  );
  const stop = async () => {
    await tree.stop();
    folder.remove();
  };
  const log = collectOutput(tree);
  try {
    const port = await announcedPort(tree, log);
    await answers(`http://${HOST}:${port}/`);
    return {
      port,
      // A process that printed its port has an id.
      processId: tree.child.pid ?? 0,
      workbenchUrl: (path, payload) => workbenchUrl(port, path, payload),
      remoteUri: (path) => `vscode-remote://${HOST}:${port}${pathToFileURL(path).pathname}`,
      log,
      ended: new Promise((resolve) => tree.child.once('exit', () => resolve())),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function workbenchUrl(
  port: number,
  folder: string,
  payload: readonly (readonly [string, string])[] = [],
): string {
  const url = new URL(`http://${HOST}:${port}/`);
  url.searchParams.set('folder', decodeURIComponent(pathToFileURL(folder).pathname));
  if (payload.length > 0) {
    url.searchParams.set('payload', JSON.stringify(payload));
  }
  return url.href;
}

function collectOutput(tree: ProcessTree): () => string {
  let text = '';
  for (const stream of [tree.child.stdout, tree.child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text = (text + part).slice(-LOG_CHARACTERS);
    });
  }
  return () => text;
}

/** The server chooses its port itself, so that none is taken between looking for one and listening on it. */
function announcedPort(tree: ProcessTree, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      clearTimeout(timer);
      reject(new UserError(`The VS Code server ${what}. The end of its log:\n${tail(log())}`));
    };
    const timer = setTimeout(
      () => fail(`did not start within ${START_SECONDS} seconds`),
      START_SECONDS * 1000,
    );
    tree.child.once('error', (error) => fail(`could not be started (${error.message})`));
    tree.child.once('exit', (code, signal) => fail(`ended at once (${signal ?? `exit code ${code}`})`));
    tree.child.stdout.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    });
  });
}

/** It listens, so the first answer may take a moment but comes; what is not the workbench is an error. */
async function answers(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(START_SECONDS * 1000) });
  const page = await response.text();
  if (!response.ok || !page.includes('vscode-workbench-web-configuration')) {
    throw new UserError(
      `The VS Code server answered ${url} with status ${response.status} and no workbench.`,
    );
  }
}

function tail(log: string): string {
  return log.trimEnd().split('\n').slice(-30).join('\n');
}
