import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { reportSuiteResult, SUITE_RESULT_VARIABLE, type SuiteResult } from './suiteResult';

export interface MochaFolderOptions {
  /** Milliseconds before a test or hook counts as hung. */
  timeout: number;
  /** Test files that run at a time, each in a process of its own; by default all run in this one. */
  jobs?: number;
  /** Only files whose path contains one of these; all when empty. */
  filters?: readonly string[];
}

/** Runs every compiled `*.test.js` in `folder` and below, prints what happens and reports the figures. */
export async function runMochaFolder(folder: string, options: MochaFolderOptions): Promise<SuiteResult> {
  const filters = options.filters ?? [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.js'))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .sort();
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    timeout: options.timeout,
    parallel: (options.jobs ?? 1) > 1,
    jobs: options.jobs,
    // Where figures are added up, a forgotten `.only` must not hide the other tests.
    forbidOnly: process.env[SUITE_RESULT_VARIABLE] !== undefined,
  });
  // Every test file is bundled with a copy of atExit.ts of its own, and each listens for the end.
  process.setMaxListeners(process.getMaxListeners() + files.length);
  for (const file of files) {
    mocha.addFile(join(folder, file));
  }
  const failures: { title: string; error: Partial<Error> }[] = [];
  const result = await new Promise<SuiteResult>((resolve) => {
    const runner = mocha.run((failed) => {
      resolve({ passed: runner.stats?.passes ?? 0, failed, failures: failures.map(inWords) });
    });
    // Put into words at the end: a hook after the test may add to the error what it found.
    runner.on('fail', (test, error: Partial<Error>) => failures.push({ title: test.fullTitle(), error }));
  });
  reportSuiteResult(result);
  return result;
}

function inWords({
  title,
  error: { stack, message = 'failed without a word' },
}: {
  title: string;
  error: Partial<Error>;
}): string {
  return `${title}\n${stack ?? message}`;
}

/** The exit code for a suite: zero only when tests ran and none failed. */
export function exitCodeOf(result: SuiteResult): number {
  return result.failed === 0 && result.passed > 0 ? 0 : 1;
}
