/**
 * `npm start [-- [path] [--port N] [--no-open]]`: a real VS Code in the browser with this checkout's extension
 * installed, on a folder, the folder of a picture, or the samples.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../../src/shared/userError';
import { startCodeServer } from './codeServer';
import { installExtension, packageExtension } from './extensionPackage';
import { projectRoot } from './projectRoot';
import { runMain } from './runMain';
import { createTemporaryFolder } from './temporaryFolder';
import { settingsForTheme } from './workbenchSettings';

const DEFAULT_PORT = 3210;
/** How many ports after the wanted one are tried. */
const MORE_PORTS = 100;

runMain(
  async () => {
    const { folder, port, mayOpen } = readArguments();
    const vsix = await packageExtension();
    const server = await startCodeServer({
      extensionsFolder: installExtension(vsix, createTemporaryFolder('start').path),
      ports: `${port}-${Math.min(port + MORE_PORTS, 65_535)}`,
      settings: settingsForTheme('dark'),
    });
    const url = server.workbenchUrl(folder);
    console.log(`\nVS Code with Tessera is ready on ${folder}:\n\n  ${url}\n`);
    console.log('Right-click a picture in the Explorer and choose "Reduce Palette…". Ctrl+C stops it.');
    if (mayOpen && hasDisplay()) {
      openInBrowser(url);
    }
    await server.ended;
    throw new UserError(`The VS Code server ended by itself. Its last words:\n${server.log().slice(-2000)}`);
  },
  { signalExitCode: 0 },
);

function readArguments(): { folder: string; port: number; mayOpen: boolean } {
  const { values, positionals } = parseOrExplain();
  if (positionals.length > 1) {
    throw new UserError('Name one folder or picture, not several.');
  }
  const [name] = positionals;
  // npm runs scripts in the project's folder; a relative path is meant from where the person is.
  const path =
    name === undefined ? join(projectRoot, 'samples') : resolve(process.env.INIT_CWD ?? process.cwd(), name);
  if (!existsSync(path)) {
    throw new UserError(`There is no file or folder ${path}.`);
  }
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError(`--port takes a number from 1 to 65535, not "${values.port}".`);
  }
  const folder = statSync(path).isFile() ? dirname(path) : path;
  return { folder, port, mayOpen: !values['no-open'] && !process.env.CI };
}

function parseOrExplain() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Only its first sentence: Node goes on with advice that does not fit behind npm's own "--".
    throw new UserError(
      `${reason.split('. ')[0]}.\nUsage: npm start -- [folder or picture] [--port N] [--no-open]`,
    );
  }
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Shows the address in the person's own browser; where that fails the printed address has to do. */
function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => console.log('No browser could be opened; open the address above by hand.'))
    .unref();
}
