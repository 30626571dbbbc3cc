/** What VS Code calls inside the extension host to run the tests of this folder. */
import { SUITE_HEADING } from '../host/suiteLog';
import { exitCodeOf, runMochaFolder } from '../host/mochaFolder';

/** Settles when all tests passed; otherwise rejects, which gives the test run a bad exit code. */
export async function run(): Promise<void> {
  console.log(SUITE_HEADING);
  const result = await runMochaFolder(__dirname, { timeout: 120_000 });
  if (exitCodeOf(result) !== 0) {
    throw new Error(`${result.passed} passed, ${result.failed} failed`);
  }
}
