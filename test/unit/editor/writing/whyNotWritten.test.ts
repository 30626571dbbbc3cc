import assert from 'node:assert/strict';
import { whyNotWritten } from '../../../../src/editor/writing/whyNotWritten';
import { UserError } from '../../../../src/shared/userError';

const failure = (words: { message: string; code?: string; name?: string }) =>
  Object.assign(new Error(words.message), words);

describe('why a file was not written', () => {
  for (const [error, sentence] of [
    [failure({ message: "ENOSPC: no space left on device, write '/a'", code: 'ENOSPC' }), /the disk is full/],
    [failure({ message: "EROFS: read-only file system, open '/a'" }), /the folder is read-only/],
    [failure({ message: "Unable to write file '/read-only/ENOSPC' (EACCES)" }), /permission denied/],
    [failure({ message: 'Not yours.', name: 'NoPermissions (FileSystemError)' }), /permission denied/],
    [failure({ message: 'ENAMETOOLONG: name too long', code: 'Unknown' }), /the name is too long/],
    [failure({ message: 'EBUSY: resource busy or locked' }), /another program uses it/],
    [failure({ message: "EISDIR: illegal operation on a directory, rename '/a'" }), /is a folder/],
    [failure({ message: 'gone', code: 'FileNotFound' }), /its folder is not there any more/],
    [failure({ message: 'The server is away.', code: 'Unavailable' }), /: The server is away\.$/],
    ['out of luck', /: out of luck$/],
  ] as const) {
    it(String(error), () => {
      const { message, cause } = whyNotWritten('out.png', error);
      assert.match(message, /^“out\.png” /);
      assert.match(message, sentence);
      assert.equal(cause, error);
    });
  }

  it('stays what it was when it is a sentence already', () => {
    const sentence = new UserError('Done for.');
    assert.equal(whyNotWritten('out.png', sentence), sentence);
  });
});
