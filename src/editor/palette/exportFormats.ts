/** The formats as people choose among them: in groups, with what each is good for and what it leaves out. */
import { CODEBOOK } from '../../paletteFiles/codebook';
import type { FormatGroup, WritingFormat } from '../../paletteFiles/format';
import { WRITING_FORMATS } from '../../paletteFiles/formats';
import type { NamedPalette } from '../../paletteFiles/palette';

export type ExportFormat = WritingFormat | typeof CODEBOOK;

/** In the order of the menu, group after group. */
export const EXPORT_FORMATS: readonly ExportFormat[] = (['code', 'design', 'picture'] as const).flatMap(
  (group) => [...WRITING_FORMATS, CODEBOOK].filter((format) => groupOf(format) === group),
);

export function groupOf({ group = 'code' }: ExportFormat): FormatGroup {
  return group;
}

/** Whether what it writes can stand in a text document and on the clipboard. */
export function isTextFormat(format: ExportFormat): format is WritingFormat {
  return 'write' in format && !format.isBinary;
}

export function exportFormatOfId(id: unknown): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format.id === id);
}

/** Of the file that is written, without a dot. Pictures say in their name that they are not the source. */
export function extensionOf(format: ExportFormat): string {
  if (!('write' in format)) return format.extensions.codebook;
  return format.ending ?? format.extensions[0];
}

/** What of this palette a file of the format can't hold. */
export function losesTransparency(format: ExportFormat, { colors }: NamedPalette): boolean {
  if (!('write' in format) || format.holds.alpha === 'full') return false;
  const translucent = colors.filter(({ rgba }) => rgba[3] < 255);
  return format.holds.alpha === 'none'
    ? translucent.length > 0
    : translucent.length > 1 || translucent.some(({ rgba }) => rgba[3] > 0);
}
