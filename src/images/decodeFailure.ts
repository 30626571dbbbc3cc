import { UserError } from '../shared/userError';

/** What decoders say, and what that means to a person. The first pattern found counts. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [
    /maxMemory|out of memory|enlarge memory|\bOOM\b|allocat|array length|larger than/i,
    'needs more memory to decode than there is. Make the image smaller and try again.',
  ],
  [
    /premature end|unexpected end|read requests|no picture|unexpected marker/i,
    'is cut off or damaged: its picture data ends too early. Get a complete copy of it.',
  ],
  [
    /palette/i,
    'is damaged: it uses colors that its palette does not have. Save it again from the program it was made with.',
  ],
];

/** The sentence for whatever a decoder threw, which stays as the `cause`. */
export function decodeFailure(name: string, cause: unknown): UserError {
  if (cause instanceof UserError) return cause;
  const words = cause instanceof Error ? cause.message : String(cause);
  const meaning =
    MEANINGS.find(([pattern]) => pattern.test(words))?.[1] ??
    'is damaged and cannot be decoded. Get a fresh copy of it, or save it again from the program it was made with.';
  return new UserError(`“${name}” ${meaning}`, { cause });
}
