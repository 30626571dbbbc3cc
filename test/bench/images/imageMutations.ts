/** Damage below the surface of a PNG, where checksums keep accidental damage from reaching the decoder. */
import { deflateSync, inflateSync } from 'node:zlib';
import { mutated } from '../fuzzMutations';
import { joinPng, splitPng, type TestChunk } from '../../unit/images/pngChunks';

type Random = () => number;

/** Contents of chunks changed (the header's numbers as often as all else), chunks lost and doubled; checksums right. */
export function mutatedChunks(files: readonly Uint8Array[], random: Random): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  const chunks = splitPng(files[below(files.length)]!);
  for (let changes = 1 + below(3); changes > 0; changes--) {
    const at = below(chunks.length);
    const chunk = chunks[at]!;
    const kind = below(8);
    if (kind === 0) chunks.splice(at, 1);
    else if (kind === 1) chunks.splice(below(chunks.length), 0, chunk);
    else if (chunk.data.length > 0)
      chunks[at] = { ...chunk, data: Buffer.from(mutated([chunk.data], random, 2)) };
    if (chunks.length === 0) break;
  }
  return joinPng(chunks);
}

/** Filters and samples changed, cut and lengthened before they are packed; everything around them is right. */
export function mutatedRows(files: readonly Uint8Array[], random: Random): Uint8Array {
  const chunks = splitPng(files[Math.floor(random() * files.length)]!);
  const isData = ({ type }: TestChunk) => type === 'IDAT';
  const rows = inflateSync(Buffer.concat(chunks.filter(isData).map(({ data }) => data)));
  const data = deflateSync(mutated([rows], random, 3), { level: 1 });
  const first = chunks.findIndex(isData);
  return joinPng([
    ...chunks.slice(0, first),
    { type: 'IDAT', data },
    ...chunks.slice(first).filter((each) => !isData(each)),
  ]);
}
