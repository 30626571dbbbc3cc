/**
 * A real VS Code (server, web workbench, Node extension host) from npm: the package `code-server`. Its own
 * install script would build native modules that nothing here needs, so scripts stay off.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../src/shared/userError';
import { projectRoot } from './projectRoot';

const VERSION = '4.100.3'; // contains VS Code 1.100.3
const INSIDE = join('node_modules', 'code-server', 'lib', 'vscode');

/** The program that starts the server, downloaded (about 270 MB) into `.vscode-test` on first use. */
export function codeServerProgram(): string {
  const folder = join(projectRoot, '.vscode-test', `code-server-${VERSION}`);
  if (!existsSync(folder)) {
    download(folder);
  }
  return join(folder, INSIDE, 'out', 'server-main.js');
}

/** Only the last step gives the folder its name, so an interrupted download is never taken for a finished one. */
function download(folder: string): void {
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  console.log(`Downloading VS Code (code-server ${VERSION}) into ${dirname(folder)} …`);
  npmInstall(partial, [`code-server@${VERSION}`, '--no-save']);
  npmInstall(join(partial, INSIDE), ['--omit=dev']);
  renameSync(partial, folder);
}

function npmInstall(folder: string, args: readonly string[]): void {
  const allArgs = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...args];
  // Under `npm run` the very npm that runs; otherwise the one in the path, which Windows finds only by a shell.
  const npmProgram = process.env.npm_execpath;
  const result = npmProgram
    ? spawnSync(process.execPath, [npmProgram, ...allArgs], { cwd: folder, encoding: 'utf8' })
    : spawnSync('npm', allArgs, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    throw new UserError(
      `VS Code for the tests (code-server ${VERSION}) could not be installed with npm; check the network and try again.\n` +
        (result.error?.message ?? result.stderr),
    );
  }
}
