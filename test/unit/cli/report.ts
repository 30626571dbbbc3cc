import assert from 'node:assert/strict';
import type { ReduceReport } from '../../../src/cli/reduceFile';

/** What `--json` printed, one object a line. Fails the test when any line is anything else. */
export function reportsOf(stdout: string): ReduceReport[] {
  assert.ok(stdout.endsWith('\n'), 'ends with a whole line');
  return stdout
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const report: unknown = JSON.parse(line);
      assertReport(report);
      return report;
    });
}

/** The fields that the README promises, in their order and types, and no others. */
function assertReport(value: unknown): asserts value is ReduceReport {
  assert.ok(isObject(value));
  assert.deepEqual(Object.keys(value), [
    ...['input', 'output', 'width', 'height', 'k', 'colors', 'inputBytes', 'outputBytes'],
    ...['mse', 'psnr', 'meanDeltaE', 'ssim', 'meanCiede2000', 'p95Ciede2000', 'iterations', 'notices', 'ms'],
  ]);
  const { input, output, ms, psnr, notices, ...numbers } = value;
  assert.ok(typeof input === 'string' && typeof output === 'string');
  assert.ok(psnr === null || typeof psnr === 'number');
  assert.ok(Array.isArray(notices) && notices.every((notice) => typeof notice === 'string'));
  assertNumbers(numbers);
  assert.ok(isObject(ms));
  assert.deepEqual(Object.keys(ms), ['decode', 'histogram', 'palette', 'remap', 'encode']);
  assertNumbers(ms);
}

function assertNumbers(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    assert.ok(typeof value === 'number' && value >= 0, `${name}: ${String(value)}`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
