import * as l10n from '@vscode/l10n';
import { UserError } from '../shared/userError';

/** What decoders say, and what that means to a person. The first pattern found counts. */
const MEANINGS: readonly (readonly [RegExp, (name: string) => string])[] = [
  [
    /maxMemory|out of memory|enlarge memory|\bOOM\b|allocat|array length|larger than/i,
    (name) =>
      l10n.t('“{0}” needs more memory to decode than there is. Make the image smaller and try again.', name),
  ],
  [
    /premature end|unexpected end|read requests|no picture|unexpected marker/i,
    (name) =>
      l10n.t(
        '“{0}” is cut off or damaged: its picture data ends too early. Get a complete copy of it.',
        name,
      ),
  ],
  [
    /palette/i,
    (name) =>
      l10n.t(
        '“{0}” is damaged: it uses colors that its palette does not have. Save it again from the program it was made with.',
        name,
      ),
  ],
];

/** The sentence for whatever a decoder threw, which stays as the `cause`. */
export function decodeFailure(name: string, cause: unknown): UserError {
  if (cause instanceof UserError) return cause;
  const words = cause instanceof Error ? cause.message : String(cause);
  const sentence =
    MEANINGS.find(([pattern]) => pattern.test(words))?.[1](name) ??
    l10n.t(
      '“{0}” is damaged and cannot be decoded. Get a fresh copy of it, or save it again from the program it was made with.',
      name,
    );
  return new UserError(sentence, { cause });
}
