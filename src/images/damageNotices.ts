import * as l10n from '@vscode/l10n';
import { PNG_SIGNATURE } from './pngChunks';
import { damagedSideChunk } from './pngStructure';

/**
 * What a person should know of a file that is damaged but could be decoded.
 *
 * @param complaints What the decoder of a JPEG complained of.
 */
export function damageNotices(bytes: Uint8Array, name: string, complaints: readonly string[]): string[] {
  if (complaints.length > 0) {
    return [l10n.t('“{0}” is damaged or unusually written: parts of its picture may be wrong.', name)];
  }
  const chunk = bytes[0] === PNG_SIGNATURE[0] ? damagedSideChunk(bytes) : undefined;
  return chunk === undefined
    ? []
    : [
        l10n.t(
          '“{0}” is damaged beside its picture (the checksum of {1} does not match): its colors may be wrong.',
          name,
          chunk,
        ),
      ];
}
