/** How files of the Explore panel are named, a line a kind. */
import * as vscode from 'vscode';
import type { ExploreExport } from '../../shared/explore/exports';

export interface ExportFile {
  /** What follows the source's name without its extension. */
  ending: string;
  /** The kind of file, for the dialog. */
  label: string;
}

export function exportFile(question: ExploreExport): ExportFile {
  switch (question.kind) {
    case 'convergenceGif':
      return { ending: '.k-means.gif', label: vscode.l10n.t('GIF animation') };
    case 'storageTable':
      return { ending: '.storage.csv', label: vscode.l10n.t('CSV table') };
    case 'lowRankPicture':
      return picture(`-nmf${question.components}`);
    case 'segmentMask':
      return picture('-mask');
    case 'segmentCutOut':
      return picture('-cutout');
    case 'segmentLabels':
      return picture('-labels');
    case 'segmentTable':
      return { ending: '.segments.csv', label: vscode.l10n.t('CSV table') };
  }
}

function picture(ending: string): ExportFile {
  return { ending: `${ending}.png`, label: vscode.l10n.t('PNG image') };
}
