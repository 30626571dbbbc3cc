/** The checksum at the end of a zlib stream (RFC 1950, *ZLIB Compressed Data Format Specification*, 1996, section 8.2). */

/** The largest prime under 65,536. */
const MODULUS = 65521;
/** Bytes that can be added before the sums leave 31 bits. */
const RUN = 3800;

/** @param before The checksum of what came before; 1 at the start. */
export function adler32(bytes: Uint8Array, before = 1): number {
  let sum = before & 0xffff;
  let sumOfSums = before >>> 16;
  for (let start = 0; start < bytes.length; start += RUN) {
    const end = Math.min(start + RUN, bytes.length);
    for (let i = start; i < end; i++) {
      sum += bytes[i]!;
      sumOfSums += sum;
    }
    sum %= MODULUS;
    sumOfSums %= MODULUS;
  }
  return ((sumOfSums << 16) | sum) >>> 0;
}
