import assert from 'node:assert/strict';
import { judgeSuite, type SuiteResult } from '../../host/suiteResult';

describe('figures of a suite', () => {
  const cases: [string, SuiteResult | undefined, number | null, SuiteResult][] = [
    ['takes a clean result as it is', { passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
    ['takes failures as they are', { passed: 3, failed: 2 }, 1, { passed: 3, failed: 2 }],
    ['counts a crash before any report as a failure', undefined, 1, { passed: 0, failed: 1 }],
    ['counts a quiet end without a report as a failure', undefined, 0, { passed: 0, failed: 1 }],
    ['counts a suite without tests as a failure', { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
    [
      'counts a crash after the last test as a failure',
      { passed: 3, failed: 0 },
      139,
      { passed: 3, failed: 1 },
    ],
    ['counts an end by a signal as a failure', { passed: 3, failed: 0 }, null, { passed: 3, failed: 1 }],
  ];
  for (const [behavior, reported, exitCode, expected] of cases) {
    it(behavior, () => assert.deepEqual(judgeSuite(reported, exitCode), expected));
  }
});
