import { findSegments } from '../../engine/explore/segments';
import { cutOutRows, maskRows } from '../../engine/explore/segmentRows';
import { labelSamples } from '../../paletteFiles/codebook';
import { paletteOfBytes, hexOf } from '../../paletteFiles/palette';
import type { ExploreExport, ExportAnswer } from '../../shared/explore/exports';
import type { ExploreQuestion } from '../../shared/explore/questions';
import type { SegmentsAnswer } from '../../shared/explore/segments';
import type { AnswerContext } from './answerContext';

type QuestionOf<Kind> = Extract<ExploreQuestion | ExploreExport, { kind: Kind }>;

export async function answerSegments(
  { options }: { options: QuestionOf<'segments'>['options'] },
  context: AnswerContext,
): Promise<SegmentsAnswer> {
  const picture = await context.result(options);
  return { palette: picture.palette.slice(), segments: await context.run(findSegments(picture)) };
}

/** A grayscale PNG of 1 bit, white where the pixels of the selected colors are. */
export async function segmentMask(
  { options, selected }: QuestionOf<'segmentMask'>,
  context: AnswerContext,
): Promise<ExportAnswer> {
  const picture = await context.result(options);
  const rows = await context.run(maskRows(picture, selected));
  const { width, height } = picture;
  return { bytes: await context.encode({ samples: { width, height, kind: 'gray1', rows } }) };
}

/** An RGBA PNG of the original's pixels where those of the selected colors are, transparent elsewhere. */
export async function segmentCutOut(
  { options, selected }: QuestionOf<'segmentCutOut'>,
  context: AnswerContext,
): Promise<ExportAnswer> {
  const picture = await context.result(options);
  const rows = await context.run(cutOutRows(context.reducer.pixels, picture, selected));
  const { width, height } = picture;
  return { bytes: await context.encode({ samples: { width, height, kind: 'rgba', rows } }) };
}

/** The map of labels that also stands beside a codebook. */
export async function segmentLabels(
  { options }: QuestionOf<'segmentLabels'>,
  context: AnswerContext,
): Promise<ExportAnswer> {
  return { bytes: await context.encode({ samples: labelSamples(await context.result(options)) }) };
}

const HEADINGS = ['label', 'color', 'pixels', 'share', 'regions', 'largest region', 'share of largest'];

/** The figures of all segments as CSV (RFC 4180), shares from 0 to 1. */
export async function segmentTable(
  { options }: QuestionOf<'segmentTable'>,
  context: AnswerContext,
): Promise<ExportAnswer> {
  const { palette, segments } = await answerSegments({ options }, context);
  const total = segments.reduce((sum, { pixels }) => sum + pixels, 0);
  const { colors } = paletteOfBytes('', palette);
  const lines = segments.map(({ index, pixels, regions, largest }) =>
    [
      index,
      hexOf(colors[index]!.rgba),
      pixels,
      (pixels / total).toFixed(6),
      regions,
      largest,
      (pixels === 0 ? 0 : largest / pixels).toFixed(6),
    ].join(','),
  );
  return { bytes: new TextEncoder().encode([HEADINGS.join(','), ...lines, ''].join('\r\n')) };
}
