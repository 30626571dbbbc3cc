import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { K_MIN } from '../engine/options';
import { formatNumber } from '../shared/localization';
import { lockedCount } from './palette/paletteEdits';
import { colorCountOf, type PageState, type Phase } from './state';
import { noteView } from './statusViews';
import './controls/advancedOptions';
import './controls/kControl';
import './palette/paletteView';
import './qualityFigures';
import './saveBar';
import './sizeFigures';
import './targetSearch';

/** The controls and figures of the reduction, and below them the buttons to save it. */
export function reducePanel(page: PageState, phase: Phase): TemplateResult {
  const { source, decoded, options, isMoving, reduced, quality, details, target } = page;
  const { paletteOrder, keptColor, isPicking, isSaving, savedName } = page;
  const colors = reduced ? colorCountOf(reduced.palette) : 0;
  return html`<div class="sections">
      ${decoded && decoded.notices.length > 0 ? html`<section>${decoded.notices.map(noteView)}</section>` : nothing}
      <section>
        <tessera-k-control
          .k=${options.k}
          .least=${Math.max(K_MIN, lockedCount(options))}
          ?disabled=${!decoded}
        ></tessera-k-control>
        ${reduced?.isLossless ? noteView(losslessSentence(colors)) : nothing}
      </section>
      <section>
        <tessera-size-figures
          .originalBytes=${source?.byteLength ?? 0}
          .reducedBytes=${reduced?.byteLength}
          ?isEstimate=${reduced?.kind === 'quick'}
          ?isOptimizing=${reduced?.kind === 'exact' && reduced.isOptimizing}
          .colors=${colors}
        ></tessera-size-figures>
      </section>
      <section>
        <tessera-palette
          .palette=${reduced?.palette}
          .options=${options}
          ?isMoving=${isMoving}
          .order=${paletteOrder}
          .keptColor=${keptColor}
          ?isPicking=${isPicking}
        ></tessera-palette>
      </section>
      <section>
        <tessera-quality-figures
          .quality=${quality}
          .details=${details}
          .improvement=${reduced?.kind === 'exact' ? reduced.improvement : 0}
          ?isRefining=${phase === 'settling'}
          ?isOutdated=${phase !== 'rest'}
        ></tessera-quality-figures>
      </section>
      <section>
        <tessera-target-search
          .search=${target}
          .sourceBytes=${source?.byteLength ?? 0}
          ?disabled=${!decoded}
        >
        </tessera-target-search>
      </section>
      <section>
        <tessera-advanced-options .options=${options} ?disabled=${!decoded}></tessera-advanced-options>
      </section>
    </div>
    <footer>
      <tessera-save-bar
        ?isReady=${reduced !== undefined && phase !== 'failed'}
        ?isSaving=${isSaving}
        .savedName=${savedName}
      ></tessera-save-bar>
    </footer>`;
}

function losslessSentence(colors: number): string {
  return colors === 1
    ? l10n.t('The only color is kept: the reduced picture is identical.')
    : l10n.t('All {0} colors kept: the reduced picture is identical.', formatNumber(colors));
}
