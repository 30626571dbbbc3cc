import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import { Cancelled } from '../../../engine/steps';
import type { CloudAnswer } from '../../../shared/explore/cloud';
import { formatNumber } from '../../../shared/localization';
import { colorHex, formatShare } from '../../colorText';
import { foldStyles } from '../../foldStyles';
import { colorName } from '../../palette/colorNames';
import { emit } from '../../pageEvents';
import { sharedStyles } from '../../sharedStyles';
import { colorCountOf } from '../../state';
import { explanation, explanationStyles } from '../explanation';
import type { ExploreContext } from '../exploreContext';
import { OKLAB } from '../sources';
import type { CloudContent } from './cloudContent';
import { CLOUD_SPACES } from './colorPlaces';
import '../choiceSwitch';
import './colorCloud';
import './colorPlane';

const LOOKS = [...CLOUD_SPACES, 'plane'] as const;
/** From where the colors are seen: in one of the spaces, or flat. */
type Look = (typeof LOOKS)[number];

/** The colors of the picture and of its palette as points of a color space. */
@customElement('tessera-explore-cloud')
export class CloudView extends LitElement {
  @property({ attribute: false }) context!: ExploreContext;
  /** Within another view, which explains itself and whose palette and ways these are. */
  @property({ type: Boolean }) isPart = false;

  @state() private cloud: CloudAnswer | undefined;
  @state() private failure = '';
  @state() private look: Look = 'oklab';
  @state() private isTurning = false;
  @state() private hasWebGL = true;
  private content: CloudContent | undefined;
  private readonly stillness = matchMedia('(prefers-reduced-motion: reduce)');

  static override readonly styles = [
    sharedStyles,
    foldStyles,
    explanationStyles,
    css`
      .controls {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 8px;
        margin-bottom: 8px;
      }
      tessera-choice-switch {
        margin-left: -8px;
      }
      .below {
        margin-top: 8px;
        line-height: 20px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stillness.addEventListener('change', this.stillnessChanged);
    void this.ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stillness.removeEventListener('change', this.stillnessChanged);
    this.context.client.withdraw('cloud');
  }

  protected override willUpdate(): void {
    const { palette, trail, highlighted } = this.context;
    const next = { cloud: this.cloud, palette, trail, highlighted };
    const before = this.content;
    const isSame =
      before && Object.entries(next).every(([key, value]) => before[key as keyof CloudContent] === value);
    if (!isSame) this.content = next;
  }

  override render() {
    const look = this.hasWebGL ? this.look : 'plane';
    if (this.failure) return html`<p role="status">${this.failure}</p>`;
    return html`<div class="controls">
        ${
          this.hasWebGL
            ? html`<tessera-choice-switch
                .label=${l10n.t('Color space')}
                .choices=${LOOKS.map((id) => ({ id, label: lookLabel(id) }))}
                .chosen=${look}
                @choose=${({ detail }: CustomEvent<Look>) => (this.look = detail)}
              ></tessera-choice-switch>`
            : html`<p>
                ${l10n.t('The cloud in space needs WebGL, which this window does not have. The a–b plane shows the same colors.')}
              </p>`
        }
        ${this.turningBox(look)}
      </div>
      <div @keydown=${this.pressedKey}>
        ${
          look === 'plane'
            ? html`<tessera-color-plane .content=${this.content}></tessera-color-plane>`
            : html`<tessera-color-cloud
                .content=${this.content}
                .space=${look}
                ?isTurning=${this.isTurning && !this.stillness.matches}
                @unavailable=${() => (this.hasWebGL = false)}
              ></tessera-color-cloud>`
        }
      </div>
      <p class="below number" role="status">${this.highlightedText() ?? this.countText()}</p>
      ${this.isPart ? nothing : this.explanation()}`;
  }

  private turningBox(look: Look): TemplateResult | typeof nothing {
    if (look === 'plane' || this.stillness.matches) return nothing;
    return html`<vscode-checkbox
      .label=${l10n.t('Turn slowly')}
      .checked=${this.isTurning}
      @change=${() => (this.isTurning = !this.isTurning)}
    ></vscode-checkbox>`;
  }

  private highlightedText(): string | undefined {
    const { highlighted, palette } = this.context;
    if (highlighted === undefined || !palette) return undefined;
    const hex = colorHex(palette.rgba, highlighted);
    return `${colorName(hex)} · ${hex} · ${formatShare(palette.shares[highlighted] ?? 0)}`;
  }

  private countText(): string {
    const { cloud } = this;
    if (!cloud) return l10n.t('Computing…');
    const points = formatNumber(cloud.shares.length);
    const count =
      cloud.gatheredFrom > cloud.shares.length
        ? l10n.t(
            '{0} points, gathered from {1} cells of similar colors',
            points,
            formatNumber(cloud.gatheredFrom),
          )
        : l10n.t('{0} points', points);
    const trail = l10n.t('Lines: the ways of the centroids in “Convergence”');
    return this.context.trail && !this.isPart ? `${count} · ${trail}` : count;
  }

  private explanation(): TemplateResult {
    return explanation(
      [
        l10n.t(
          'Each point is a color of the picture, larger where more pixels have it. The large disks are the palette: k-means moves each to the middle of the points that are nearest to it.',
        ),
        l10n.t(
          'In RGB the axes are the channels of the file. In OKLab, L is lightness, a goes from green to red and b from blue to yellow, and distances are about as large as differences look.',
        ),
      ],
      [OKLAB],
    );
  }

  private readonly stillnessChanged = (): void => this.requestUpdate();

  /** Goes through the palette, for those who can't point. */
  private pressedKey(event: KeyboardEvent): void {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    const { palette, highlighted } = this.context;
    if (!palette || event.ctrlKey || event.altKey || event.metaKey) return;
    const count = colorCountOf(palette);
    if (step !== undefined) {
      const from = highlighted ?? (step > 0 ? -1 : count);
      emit(this, 'tessera-highlight', { index: (from + step + count) % count, isKept: false });
    } else if (event.key === 'Escape' && highlighted !== undefined) {
      emit(this, 'tessera-highlight', { index: undefined, isKept: false });
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private async ask(): Promise<void> {
    this.failure = '';
    try {
      this.cloud = await this.context.client.ask({ kind: 'cloud' });
    } catch (error) {
      if (error instanceof Cancelled) return;
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }
}

function lookLabel(look: Look): string {
  return { rgb: 'RGB', oklab: 'OKLab', plane: l10n.t('a–b plane') }[look];
}
