/** A short name for a file's content: 96 bits of its SHA-256, as hexadecimal digits. */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  // Of its own size and in its own buffer: what a file system hands over may be a window on something larger.
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(hash, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
