/** The views of the Explore panel, a line each. */
import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { ExploreContext } from './exploreContext';
import type { ExploreViewId } from './exploreViewIds';
import './storageView';

export interface ExploreView {
  label: string;
  render(context: ExploreContext): TemplateResult;
}

export function exploreViews(): Record<ExploreViewId, ExploreView> {
  return {
    storage: {
      label: l10n.t('Storage'),
      render: (context) => html`<tessera-explore-storage .context=${context}></tessera-explore-storage>`,
    },
  };
}
