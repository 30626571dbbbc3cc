/**
 * Everything `npm test` means: the checks, then each suite in a process of its own. The last line printed adds
 * all figures up.
 *
 * Suites that drive a browser mostly wait, so the others run beside the longest of them and are printed when they are
 * through; what needs nothing but a processor is humble: it runs at a lower priority, so as not to disturb.
 */
import { spawn, type StdioOptions } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { delimiter, join } from 'node:path';
import { atExit } from './atExit';
import { packagePath } from './extensionPackage';
import { projectRoot } from './projectRoot';
import { runMain } from './runMain';
import { judgeSuite, readSuiteResult, SUITE_RESULT_VARIABLE, type SuiteResult } from './suiteResult';
import { VSIX_VARIABLE } from './suiteVariables';

/** Where a program prints: straight to the terminal, or (in the background) into a text for later. */
type Output = { isBackground: false } | { isBackground: true; isHumble: boolean; text: string };

const FOREGROUND: Output = { isBackground: false };

type Results = [name: string, result: SuiteResult][];

runMain(async () => {
  rmSync(packagePath, { force: true });
  // First, because it builds what ships. Nothing is built again while other suites read that.
  const results: Results = [['package', await runSuite('package', FOREGROUND)]];
  if (existsSync(packagePath)) process.env[VSIX_VARIABLE] = packagePath;
  const beside: Output = { isBackground: true, isHumble: false, text: '' };
  const humble: Output = { isBackground: true, isHumble: true, text: '' };
  const [longest, integration, checks, unit] = await Promise.all([
    runSuite('e2e', FOREGROUND),
    ...inTurn(
      () => runSuite('integration', beside),
      () => runChecks(humble),
      () => runSuite('unit', humble),
    ),
  ]);
  console.log(beside.text + humble.text);
  results.push(['integration', integration!], ['e2e', longest], ['checks', checks!], ['unit', unit!]);
  for (const [name, { failures }] of results) {
    // Again, and last: among a thousand lines of success nobody finds them.
    for (const failure of failures) console.log(`\nFailed in ${name}: ${failure}`);
  }
  console.log('\nSummary');
  for (const [name, { passed, failed }] of results) {
    console.log(`  ${name.padEnd(12)} ${passed} passed, ${failed} failed`);
  }
  const passed = results.reduce((sum, [, result]) => sum + result.passed, 0);
  const failed = results.reduce((sum, [, result]) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/** Each starts when the one before has ended. */
function inTurn(...programs: (() => Promise<SuiteResult>)[]): Promise<SuiteResult>[] {
  let last: Promise<unknown> = Promise.resolve();
  return programs.map((program) => {
    const result = last.then(program);
    last = result;
    return result;
  });
}

/** Each command of the npm script `check` counts as one test, and all of them run even when one fails. */
async function runChecks(output: Output): Promise<SuiteResult> {
  const failures: string[] = [];
  let passed = 0;
  const env = { ...process.env };
  env.PATH = [join(projectRoot, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  for (const command of checkCommands()) {
    printHeading(command, output);
    const exitCode = await run(command, [], { shell: true, env }, output);
    if (exitCode === 0) {
      passed++;
    } else {
      failures.push(command);
    }
  }
  return judgeSuite({ passed, failed: failures.length, failures }, 0);
}

function checkCommands(): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  // The type says only what this function relies on; without it the next line throws.
  const { scripts } = manifest as { scripts: { check: string } };
  return scripts.check.split('&&').map((command) => command.trim());
}

async function runSuite(suite: string, output: Output): Promise<SuiteResult> {
  printHeading(suite, output);
  const folder = join(projectRoot, 'out', 'results');
  const file = join(folder, `${suite}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const program = join(__dirname, `test${suite.charAt(0).toUpperCase()}${suite.slice(1)}.js`);
  const env = { ...process.env, [SUITE_RESULT_VARIABLE]: file };
  const exitCode = await run(process.execPath, [program], { env }, output);
  return judgeSuite(readSuiteResult(file), exitCode);
}

/** Runs a program; settles with its exit code, `null` when a signal ended it. */
function run(
  command: string,
  args: string[],
  options: { env: NodeJS.ProcessEnv; shell?: boolean },
  output: Output,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const stdio: StdioOptions = output.isBackground ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { ...options, cwd: projectRoot, stdio });
    if (output.isBackground) {
      if (output.isHumble && child.pid !== undefined) {
        setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
      }
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (part: string) => (output.text += part));
      }
    }
    const forget = atExit(() => child.kill());
    child.once('error', reject);
    child.once('close', (code) => {
      forget();
      resolve(code);
    });
  });
}

function print(text: string, output: Output): void {
  if (output.isBackground) output.text += `${text}\n`;
  else console.log(text);
}

function printHeading(text: string, output: Output): void {
  print(`\n── ${text} ${'─'.repeat(Math.max(0, 76 - text.length))}`, output);
}
