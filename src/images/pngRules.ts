/**
 * What a PNG's chunks must keep to for its picture to be what was meant (W3C, *PNG Specification, Third Edition*, 2025,
 * clauses 5 and 11). Decoders that are lenient here show a picture without its palette or transparency.
 */
import * as l10n from '@vscode/l10n';
import type { Chunk } from './pngChunks';

const CRITICAL: readonly string[] = ['IHDR', 'PLTE', 'IDAT', 'IEND'];
const MAX_PALETTE_BYTES = 3 * 256;
/** How long tRNS is in pictures without a palette, by color type. */
const TRANSPARENCY_BYTES: Readonly<Record<number, number>> = { 0: 2, 2: 6 };

/** Looks at chunks in their order and tells what is wrong with them. */
export class ChunkRules {
  private readonly seen = new Set<string>();
  private previous = '';
  private paletteBytes = 0;

  /** @param colorType As in the header. */
  constructor(private readonly colorType: number) {}

  /** What is wrong with the next chunk, as a part of a sentence; `undefined` of a sound one. */
  faultOf({ type, data }: Chunk): string | undefined {
    const fault = this.faultOfKind(type) ?? this.faultOfPlace(type) ?? this.faultOfLength(type, data.length);
    if (type === 'PLTE') this.paletteBytes = data.length;
    this.seen.add(type);
    this.previous = type;
    return fault;
  }

  private faultOfKind(type: string): string | undefined {
    if (!/^[A-Za-z]{4}$/.test(type)) return l10n.t('it has a part that is not of PNG');
    // A capital first letter says that there is no picture without the chunk.
    const isCritical = type.charCodeAt(0) < 0x61;
    return isCritical && !CRITICAL.includes(type)
      ? l10n.t('its picture depends on a part of unknown kind ({0})', type)
      : undefined;
  }

  private faultOfPlace(type: string): string | undefined {
    const { seen, previous } = this;
    if (type === 'IHDR' && seen.has('IHDR')) return l10n.t('it has two headers');
    if (type === 'IDAT' && seen.has('IDAT') && previous !== 'IDAT') {
      return l10n.t('its picture data (IDAT) is interrupted');
    }
    if (type !== 'PLTE' && type !== 'tRNS') return undefined;
    const isLate = seen.has('IDAT') || (type === 'PLTE' && seen.has('tRNS'));
    return seen.has(type) || isLate ? l10n.t('its {0} chunk is not where it belongs', type) : undefined;
  }

  private faultOfLength(type: string, length: number): string | undefined {
    const { colorType, paletteBytes } = this;
    const isWrong =
      type === 'PLTE'
        ? length === 0 || length % 3 !== 0 || length > MAX_PALETTE_BYTES
        : type === 'tRNS' && colorType === 3
          ? 3 * length > paletteBytes
          : type === 'tRNS' && length !== (TRANSPARENCY_BYTES[colorType] ?? length);
    return isWrong ? l10n.t('its {0} chunk has an impossible length', type) : undefined;
  }
}
