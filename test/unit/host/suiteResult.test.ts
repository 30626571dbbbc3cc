import assert from 'node:assert/strict';
import { judgeSuite, type SuiteResult } from '../../host/suiteResult';

describe('figures of a suite', () => {
  const clean: SuiteResult = { passed: 3, failed: 0, failures: [] };
  const failing: SuiteResult = { passed: 3, failed: 2, failures: ['one', 'two'] };
  const cases: [string, SuiteResult | undefined, number | null, SuiteResult][] = [
    ['takes a clean result as it is', clean, 0, clean],
    ['takes failures as they are', failing, 1, failing],
    ['counts a crash before any report as a failure', undefined, 1, failed(0, 1)],
    ['counts a quiet end without a report as a failure', undefined, 0, failed(0, 0)],
    ['counts a suite without tests as a failure', { passed: 0, failed: 0, failures: [] }, 0, failed(0, 0)],
    ['counts a crash after the last test as a failure', clean, 139, failed(3, 139)],
    ['counts an end by a signal as a failure', clean, null, failed(3, null)],
  ];
  for (const [behavior, reported, exitCode, expected] of cases) {
    it(behavior, () => assert.deepEqual(judgeSuite(reported, exitCode), expected));
  }
});

function failed(passed: number, exitCode: number | null): SuiteResult {
  return { passed, failed: 1, failures: [`ended with exit code ${exitCode} and no clean result`] };
}
