/** How a suite tells the process that started it what came out: a small JSON file, named by a variable. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface SuiteResult {
  passed: number;
  failed: number;
  /** Of each test or hook that failed: its full title, and what went wrong. */
  failures: readonly string[];
}

export const SUITE_RESULT_VARIABLE = 'TESSERA_SUITE_RESULT';

/** Writes the result where the starting process wants it; does nothing when a person runs the suite alone. */
export function reportSuiteResult(result: SuiteResult): void {
  const file = process.env[SUITE_RESULT_VARIABLE];
  if (file) {
    writeFileSync(file, JSON.stringify(result));
  }
}

/** What a suite reported into `file`, or `undefined` when it never came to that. */
export function readSuiteResult(file: string): SuiteResult | undefined {
  if (!existsSync(file)) {
    return undefined;
  }
  const result: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isSuiteResult(result) ? result : undefined;
}

/**
 * The figures a suite counts with. One that reported nothing, ran no test, or ended badly although every test
 * passed counts as one more failure: silence is never success.
 */
export function judgeSuite(reported: SuiteResult | undefined, exitCode: number | null): SuiteResult {
  const { passed, failed, failures } = reported ?? { passed: 0, failed: 0, failures: [] };
  const isSilent = passed + failed === 0;
  const isContradiction = failed === 0 && exitCode !== 0;
  if (!isSilent && !isContradiction) return { passed, failed, failures };
  const complaint = `ended with exit code ${exitCode} and no clean result`;
  return { passed, failed: failed + 1, failures: [...failures, complaint] };
}

function isSuiteResult(value: unknown): value is SuiteResult {
  return (
    typeof value === 'object' &&
    value !== null &&
    'passed' in value &&
    Number.isInteger(value.passed) &&
    'failed' in value &&
    Number.isInteger(value.failed) &&
    'failures' in value &&
    Array.isArray(value.failures) &&
    value.failures.every((failure) => typeof failure === 'string')
  );
}
