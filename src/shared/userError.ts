/** An error whose message is a sentence for the person: which file, what is wrong, what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
