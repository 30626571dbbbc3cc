/** What VS Code calls inside the extension host to run the tests of this folder. */
import { SUITE_HEADING } from '../host/suiteLog';
import { exitCodeOf, runMochaFolder } from '../host/mochaFolder';
import { FILTERS_VARIABLE } from '../host/suiteVariables';

/** Settles when all tests passed; otherwise rejects, which gives the test run a bad exit code. */
export async function run(): Promise<void> {
  console.log(SUITE_HEADING);
  const filters = process.env[FILTERS_VARIABLE]?.split(' ').filter((word) => word !== '');
  const result = await runMochaFolder(__dirname, { timeout: 120_000, filters });
  if (exitCodeOf(result) !== 0) {
    throw new Error(`${result.passed} passed, ${result.failed} failed`);
  }
}
