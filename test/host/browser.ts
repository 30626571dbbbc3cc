/** Finds a Chromium on this machine and starts it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { UserError } from '../../src/shared/userError';

const QUIET_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Starts a headless Chromium. The caller closes it; it also ends with this process. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumProgram(),
    // Chromium refuses its sandbox to root.
    args: isRoot() ? [...QUIET_FLAGS, '--no-sandbox'] : QUIET_FLAGS,
    // Signals end this process in an orderly way (atExit.ts), and that ends the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * A Chromium, Chrome or Edge: `CHROME_PATH`, an installed one, Playwright's own, or on Debian and Ubuntu as
 * root one that is installed now. Throws a `UserError` that names the command to help otherwise.
 */
export function chromiumProgram(): string {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) {
      throw new UserError(`CHROME_PATH names ${named}, and there is no such file.`);
    }
    return named;
  }
  const found = findChromium();
  if (found !== undefined) {
    return found;
  }
  if (isRoot() && isDebianLike()) {
    console.log('No Chrome, Chromium or Edge found; installing chromium with apt-get …');
    aptGet('update');
    aptGet('install', '-y', 'chromium');
    const installed = findChromium();
    if (installed !== undefined) {
      return installed;
    }
  }
  const command = isDebianLike() ? 'sudo apt-get install chromium' : 'npx playwright-core install chromium';
  throw new UserError(
    `The tests need Chrome, Chromium or Edge and found none: run "${command}", or set CHROME_PATH to the program.`,
  );
}

function findChromium(): string | undefined {
  return [...installedPrograms(), chromium.executablePath()].find((program) => existsSync(program));
}

function installedPrograms(): string[] {
  if (process.platform === 'win32') {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function isDebianLike(): boolean {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync(file, 'utf8'));
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) {
    throw new UserError(`"apt-get ${args.join(' ')}" failed; install Chromium by hand or set CHROME_PATH.`);
  }
}
