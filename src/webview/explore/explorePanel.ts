import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { emit } from '../pageEvents';
import { sharedStyles } from '../sharedStyles';
import type { ExploreContext } from './exploreContext';
import { EXPLORE_VIEW_IDS, type ExploreViewId } from './exploreViewIds';
import { exploreViews } from './exploreViews';
import '../tabs';

/** Shows k-means at work on the picture: a tab for each view. A view lives as long as its tab is chosen. */
@customElement('tessera-explore-panel')
export class ExplorePanel extends LitElement {
  @property({ attribute: false }) context: ExploreContext | undefined;
  @property() view: ExploreViewId = EXPLORE_VIEW_IDS[0];

  static override readonly styles = [
    sharedStyles,
    css`
      tessera-tabs {
        margin: 0 -8px 12px;
      }
    `,
  ];

  override render() {
    const { context, view } = this;
    const views = exploreViews();
    return html`<tessera-tabs
        look="pills"
        .label=${l10n.t('Views')}
        .tabs=${EXPLORE_VIEW_IDS.map((id) => ({ id, label: views[id].label }))}
        .selected=${view}
        @tessera-tab=${({ detail }: CustomEvent<string>) => emit(this, 'tessera-explore-view', detail)}
      ></tessera-tabs>
      <div role="tabpanel" aria-label=${views[view].label}>
        ${context ? keyed(context.pictureId, views[view].render(context)) : l10n.t('Reading colors…')}
      </div>`;
  }
}
