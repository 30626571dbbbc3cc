import { lowRankCost, originalCost, paletteCost } from '../../engine/explore/storageCost';
import { labelSamples, writeColors } from '../../paletteFiles/codebook';
import { paletteOfBytes } from '../../paletteFiles/palette';
import type { ExploreExport, ExportAnswer, ExportProgress } from '../../shared/explore/exports';
import type { ExploreQuestion } from '../../shared/explore/questions';
import type { StorageAnswer } from '../../shared/explore/storage';
import type { AnswerContext } from './answerContext';
import { lowRankFile } from './lowRank';

/** The sizes of the very files that an export as codebook and label map writes, but for the colors' names. */
export async function answerStorage(
  { options }: Extract<ExploreQuestion, { kind: 'storage' }>,
  context: AnswerContext,
): Promise<StorageAnswer> {
  const picture = await context.result(options);
  const codebook = writeColors(paletteOfBytes('', picture.palette), picture, {});
  const labels = await context.encode({ samples: labelSamples(picture) });
  return {
    labelsByteLength: labels.byteLength,
    codebookByteLength: new TextEncoder().encode(codebook).byteLength,
  };
}

const HEADINGS = ['stored as', 'numbers', 'bits', 'factor', 'file bytes'];

/** The bookkeeping as CSV (RFC 4180): a row for the original, the palette with labels, and the low-rank picture. */
export async function storageTable(
  { options, sourceByteLength, components }: Extract<ExploreExport, { kind: 'storageTable' }>,
  context: AnswerContext<ExportProgress>,
): Promise<ExportAnswer> {
  const { pixels } = context.reducer;
  const { width, height } = pixels;
  const { hasAlpha } = await context.run(context.reducer.histogram());
  const { palette } = await context.result(options);
  const files = await answerStorage({ kind: 'storage', options }, context);
  const lowRank = await lowRankFile({ kind: 'lowRankPicture', components }, context);
  const original = originalCost(width * height, hasAlpha);
  const rows = [
    { name: 'original', cost: original, bytes: sourceByteLength },
    {
      name: `labels and codebook of ${palette.length / 4} colors`,
      cost: paletteCost(width * height, palette.length / 4, hasAlpha),
      bytes: files.labelsByteLength + files.codebookByteLength,
    },
    {
      name: `low rank of ${components} components`,
      cost: lowRankCost(width, height, components),
      bytes: lowRank.bytes.byteLength,
    },
  ];
  const lines = rows.map(({ name, cost: { numbers, bits }, bytes }) =>
    [name, numbers, bits, (original.bits / bits).toFixed(3), bytes].join(','),
  );
  return { bytes: new TextEncoder().encode([HEADINGS.join(','), ...lines, ''].join('\r\n')) };
}
