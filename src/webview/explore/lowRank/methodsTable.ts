/** k-means and NMF in figures, side by side. */
import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { lowRankCost, paletteCost } from '../../../engine/explore/storageCost';
import type { LowRankAnswer } from '../../../shared/explore/lowRank';
import { formatBytes } from '../../../shared/formatBytes';
import { formatNumber } from '../../../shared/localization';
import { colorsText } from '../../picture/captions';
import { formatDeltaE, formatPsnr, formatSsim } from '../../qualityText';
import { colorCountOf } from '../../state';
import '../../hintTip';
import type { ExploreContext } from '../exploreContext';
import { componentsText, K_MEANS, NMF } from './methodNames';

interface Figure {
  id: string;
  label: string;
  hint: string;
  /** As text; `…` while it is not known. */
  kMeans: string;
  lowRank: string;
  /** Whether k-means is better, NMF is, or neither is known to be. */
  better?: 'kMeans' | 'lowRank' | undefined;
}

const UNKNOWN = '…';

/** @param answer Nothing while it is computed. */
export function methodsTable(
  context: ExploreContext,
  answer: LowRankAnswer | undefined,
  components: number,
): TemplateResult {
  const { palette, options } = context;
  const colors = palette ? colorCountOf(palette) : options.k;
  return html`<table class="number">
    <thead>
      <tr>
        <td></td>
        <th scope="col">${K_MEANS}<small>${colorsText(colors)}</small></th>
        <th scope="col">${NMF}<small>${componentsText(answer?.components ?? components)}</small></th>
      </tr>
    </thead>
    <tbody>
      ${figures(context, answer, colors, components).map(
        ({ id, label, hint, kMeans, lowRank, better }) =>
          html`<tr data-testid=${`method-${id}`}>
            <th scope="row"><tessera-hint .text=${hint}>${label}</tessera-hint></th>
            <td class=${better === 'kMeans' ? 'better' : ''}>${kMeans}</td>
            <td class=${better === 'lowRank' ? 'better' : ''}>${lowRank}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function figures(
  { decoded, quality, details, reducedBytes, isAtRest }: ExploreContext,
  answer: LowRankAnswer | undefined,
  colors: number,
  components: number,
): Figure[] {
  const { width, height, hasAlpha } = decoded;
  const mine = isAtRest ? quality : undefined;
  const more = (isAtRest ? details : undefined) ?? undefined;
  const bytes = isAtRest ? reducedBytes : undefined;
  const numbers = paletteCost(width * height, colors, hasAlpha).numbers;
  const stored = lowRankCost(
    answer?.width ?? width,
    answer?.height ?? height,
    answer?.components ?? components,
  ).numbers;
  return [
    {
      id: 'psnr',
      label: l10n.t('PSNR'),
      hint: l10n.t('How small the error is against the full range of brightness; more is better.'),
      kMeans: mine ? formatPsnr(mine.psnr) : UNKNOWN,
      lowRank: answer ? formatPsnr(answer.psnr) : UNKNOWN,
      better: whichIs(mine && (mine.psnr ?? Infinity), answer && (answer.psnr ?? Infinity), 'more'),
    },
    {
      id: 'ssim',
      label: l10n.t('SSIM'),
      hint: l10n.t('How much of edges, textures and gradients is kept; 1 is the same picture.'),
      kMeans: more ? formatSsim(more.ssim) : UNKNOWN,
      lowRank: answer ? formatSsim(answer.ssim) : UNKNOWN,
      better: whichIs(more?.ssim, answer?.ssim, 'more'),
    },
    {
      id: 'delta-e',
      label: l10n.t('Mean ΔE'),
      hint: l10n.t(
        'How far a pixel’s color is off on average, as people see it (CIEDE2000); less is better.',
      ),
      kMeans: more ? formatDeltaE(more.meanCiede2000) : UNKNOWN,
      lowRank: answer ? formatDeltaE(answer.meanCiede2000) : UNKNOWN,
      better: whichIs(more?.meanCiede2000, answer?.meanCiede2000, 'less'),
    },
    {
      id: 'file',
      label: l10n.t('File size'),
      hint: l10n.t('As PNG: indexed for k-means, with each pixel’s own color for NMF.'),
      kMeans: bytes === undefined ? UNKNOWN : formatBytes(bytes),
      lowRank: answer ? formatBytes(answer.png.byteLength) : UNKNOWN,
      better: whichIs(bytes, answer?.png.byteLength, 'less'),
    },
    {
      id: 'numbers',
      label: l10n.t('Numbers'),
      hint: l10n.t(
        'How many numbers the method keeps: a label for each pixel and the palette, or the two matrices of each channel, 3 · K · (width + height).',
      ),
      kMeans: formatNumber(numbers),
      lowRank: formatNumber(stored),
      better: whichIs(numbers, stored, 'less'),
    },
  ];
}

function whichIs(
  kMeans: number | undefined,
  lowRank: number | undefined,
  wanted: 'more' | 'less',
): Figure['better'] {
  if (kMeans === undefined || lowRank === undefined || kMeans === lowRank) return undefined;
  return kMeans > lowRank === (wanted === 'more') ? 'kMeans' : 'lowRank';
}
