/** The views of the Explore panel, a line each. */
import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { ExploreContext } from './exploreContext';
import type { ExploreViewId } from './exploreViewIds';
import './convergence/convergenceView';
import './starts/startsView';
import './cloud/cloudView';
import './curve/curveView';
import './lowRank/lowRankView';
import './segments/segmentsView';
import './storageView';

export interface ExploreView {
  label: string;
  render(context: ExploreContext): TemplateResult;
}

export function exploreViews(): Record<ExploreViewId, ExploreView> {
  return {
    convergence: {
      label: l10n.t('Convergence'),
      render: (context) =>
        html`<tessera-explore-convergence .context=${context}></tessera-explore-convergence>`,
    },
    starts: {
      label: l10n.t('Starts'),
      render: (context) => html`<tessera-explore-starts .context=${context}></tessera-explore-starts>`,
    },
    curve: {
      label: l10n.t('Choosing k'),
      render: (context) => html`<tessera-explore-curve .context=${context}></tessera-explore-curve>`,
    },
    cloud: {
      label: l10n.t('Color space'),
      render: (context) => html`<tessera-explore-cloud .context=${context}></tessera-explore-cloud>`,
    },
    segments: {
      label: l10n.t('Segments'),
      render: (context) => html`<tessera-explore-segments .context=${context}></tessera-explore-segments>`,
    },
    lowRank: {
      label: l10n.t('Low rank'),
      render: (context) => html`<tessera-explore-low-rank .context=${context}></tessera-explore-low-rank>`,
    },
    storage: {
      label: l10n.t('Storage'),
      render: (context) => html`<tessera-explore-storage .context=${context}></tessera-explore-storage>`,
    },
  };
}
