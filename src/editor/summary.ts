/** The picture that pages show, in a few figures. */
import type { DecodedMessage, PaletteMessage, ResultMessage } from '../shared/messages';

export interface SessionSummary {
  /** Colors asked for, and colors there are. */
  k: number;
  colors: number;
  /** Size of the file in bytes. */
  byteLength: number;
  isEstimate: boolean;
  width: number;
  height: number;
  sourceByteLength: number;
}

export function summaryOf(
  { width, height }: DecodedMessage,
  latest: PaletteMessage | ResultMessage,
  sourceByteLength: number,
): SessionSummary {
  const isEstimate = latest.type === 'palette';
  return {
    k: latest.options.k,
    colors: latest.palette.rgba.length / 4,
    byteLength: isEstimate ? latest.estimatedByteLength : latest.png.byteLength,
    isEstimate,
    width,
    height,
    sourceByteLength,
  };
}
