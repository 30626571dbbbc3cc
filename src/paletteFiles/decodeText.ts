/** Bytes as text, when that is what they are. */

/**
 * UTF-8, UTF-16 with a byte order mark, or, as old programs write it, Windows-1252. `undefined` when there are control
 * characters that no text has. Line ends become `\n`.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes);
  return text === undefined || /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)
    ? undefined
    : text.replace(/\r\n?/g, '\n');
}

function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodedAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodedAs('utf-16be', bytes);
  return decodedAs('utf-8', bytes) ?? decodedAs('windows-1252', bytes);
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // not in this encoding
    throw error;
  }
}
