import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Round } from '../../../engine/explore/convergence';
import '../cloud/cloudView';
import { foldStyles } from '../../foldStyles';
import { chevronIcon } from '../../icons';
import type { PageEvents } from '../../pageEvents';
import { sharedStyles } from '../../sharedStyles';
import type { ExploreContext } from '../exploreContext';

/** The centroids of the round that is shown among the colors of the picture, with the ways they came: a fold. */
@customElement('tessera-centroid-space')
export class CentroidSpace extends LitElement {
  @property({ attribute: false }) context!: ExploreContext;
  @property({ attribute: false }) rounds: readonly Round[] = [];
  @property({ type: Number }) round = 0;

  @state() private isOpen = false;
  /** The centroid that is pointed at. It is no color of the palette that the page shows elsewhere. */
  @state() private pointed: number | undefined;
  private shown: ExploreContext | undefined;

  static override readonly styles = [
    sharedStyles,
    foldStyles,
    css`
      tessera-explore-cloud {
        margin: 4px 0 8px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { context, rounds, round } = this;
    const palettes = rounds.slice(0, round + 1).map(({ palette }) => palette);
    const [rgba] = palettes.slice(-1);
    if (!rgba) return;
    if (changed.has('rounds') || changed.has('round') || !this.shown) {
      const shares = [...(rounds[round]?.shares ?? [])];
      this.shown = { ...context, palette: { rgba, shares }, trail: palettes };
    }
    this.shown = { ...this.shown, client: context.client, highlighted: this.pointed };
  }

  override render() {
    return html`<details @toggle=${this.toggled}>
      <summary>${chevronIcon}${l10n.t('Centroids in color space')}</summary>
      ${
        this.isOpen && this.shown
          ? html`<tessera-explore-cloud
              isPart
              .context=${this.shown}
              @tessera-highlight=${this.highlighted}
            ></tessera-explore-cloud>`
          : nothing
      }
    </details>`;
  }

  private toggled(event: Event): void {
    this.isOpen = event.target instanceof HTMLDetailsElement && event.target.open;
  }

  private highlighted(event: CustomEvent<PageEvents['tessera-highlight']>): void {
    event.stopPropagation();
    this.pointed = event.detail.index;
  }
}
