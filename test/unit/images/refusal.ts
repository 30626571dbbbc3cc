import assert from 'node:assert/strict';
import { UserError } from '../../../src/shared/userError';

/** The sentence that `run` fails with. Fails the test when it does not, or with anything but a `UserError`. */
export async function refusal(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    assert.ok(error instanceof UserError, `not a UserError: ${String(error)}`);
    assert.match(error.message, /^“.+” .+\.$/, 'starts with the file and ends as a sentence');
    return error.message;
  }
  assert.fail('nothing was refused');
}
