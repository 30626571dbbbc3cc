/**
 * Everything `npm test` means: the checks, then each suite in a process of its own. The last line printed adds
 * all figures up.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { atExit } from './atExit';
import { projectRoot } from './projectRoot';
import { runMain } from './runMain';
import { judgeSuite, readSuiteResult, SUITE_RESULT_VARIABLE, type SuiteResult } from './suiteResult';

const SUITES = ['unit', 'package', 'integration', 'e2e'];

runMain(async () => {
  const results: [name: string, result: SuiteResult][] = [['checks', await runChecks()]];
  for (const suite of SUITES) {
    results.push([suite, await runSuite(suite)]);
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

/** Each command of the npm script `check` counts as one test, and all of them run even when one fails. */
async function runChecks(): Promise<SuiteResult> {
  const result = { passed: 0, failed: 0 };
  const env = { ...process.env };
  env.PATH = [join(projectRoot, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  for (const command of checkCommands()) {
    printHeading(command);
    const exitCode = await run(command, [], { shell: true, env });
    if (exitCode === 0) {
      result.passed++;
    } else {
      result.failed++;
      console.log(`failed: ${command}`);
    }
  }
  return judgeSuite(result, 0);
}

function checkCommands(): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  // The type says only what this function relies on; without it the next line throws.
  const { scripts } = manifest as { scripts: { check: string } };
  return scripts.check.split('&&').map((command) => command.trim());
}

async function runSuite(suite: string): Promise<SuiteResult> {
  printHeading(suite);
  const folder = join(projectRoot, 'out', 'results');
  const file = join(folder, `${suite}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const program = join(__dirname, `test${suite.charAt(0).toUpperCase()}${suite.slice(1)}.js`);
  const exitCode = await run(process.execPath, [program], {
    env: { ...process.env, [SUITE_RESULT_VARIABLE]: file },
  });
  const reported = readSuiteResult(file);
  const result = judgeSuite(reported, exitCode);
  if (reported === undefined || result.failed > reported.failed) {
    console.log(`The suite "${suite}" ended with exit code ${exitCode} and no clean result.`);
  }
  return result;
}

/** Runs a program with its output streamed; settles with its exit code, `null` when a signal ended it. */
function run(
  command: string,
  args: string[],
  options: { env: NodeJS.ProcessEnv; shell?: boolean },
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, cwd: projectRoot, stdio: 'inherit' });
    const forget = atExit(() => child.kill());
    child.once('error', reject);
    child.once('exit', (code) => {
      forget();
      resolve(code);
    });
  });
}

function printHeading(text: string): void {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 76 - text.length))}`);
}
