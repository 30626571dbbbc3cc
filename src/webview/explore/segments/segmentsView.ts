import * as l10n from '@vscode/l10n';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { Cancelled } from '../../../engine/steps';
import type { SegmentsAnswer } from '../../../shared/explore/segments';
import { formatNumber } from '../../../shared/localization';
import { colorHex, formatShare } from '../../colorText';
import { cssVariables } from '../../cssVariables';
import { foldStyles } from '../../foldStyles';
import { followColor } from '../../palette/followColor';
import { emit, type PageEvents } from '../../pageEvents';
import { sharedStyles } from '../../sharedStyles';
import { explanation, explanationStyles } from '../explanation';
import type { ExploreContext } from '../exploreContext';
import { CONNECTED_COMPONENTS } from '../sources';
import { sumOf } from './segmentOrder';
import { segmentsStyles } from './segmentsStyles';
import './segmentTable';

/** Colors that can stand apart in the bar; gaps between more would take its width. */
const MOST_APART = 32;

/** The colors that were selected, for when the view is shown again. */
const leftSelected = new WeakMap<object, Uint8Array>();

/** Each palette color as a region of the picture: how large it is, where it is, alone or with others, and as files. */
@customElement('tessera-explore-segments')
export class SegmentsView extends LitElement {
  @property({ attribute: false }) context!: ExploreContext;

  @state() private answer: SegmentsAnswer | undefined;
  @state() private selected: ReadonlySet<number> = new Set();
  @state() private failure = '';

  static override readonly styles = [sharedStyles, foldStyles, explanationStyles, segmentsStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('context');
    const { isAtRest, options } = this.context;
    if (isAtRest && (!before?.isAtRest || before.options !== options)) void this.askForSegments();
  }

  override render() {
    const { answer } = this;
    return html`${answer ? this.found(answer) : ''}
      <p role="status" class=${this.failure ? '' : 'muted'}>${this.statusText()}</p>
      ${this.explanation()}`;
  }

  private found(answer: SegmentsAnswer): TemplateResult {
    return html`<section class="sum" aria-live="polite">${this.sum(answer)}</section>
      ${this.bar(answer)} ${this.exports()}
      <tessera-segment-table
        .answer=${answer}
        .selected=${this.selected}
        @select=${({ detail }: CustomEvent<ReadonlySet<number>>) => this.select(detail)}
      ></tessera-segment-table>`;
  }

  private sum({ segments }: SegmentsAnswer): TemplateResult {
    const { colors, pixels, share, regions } = sumOf(segments, this.selected);
    if (colors === 0) {
      return html`<h2>${l10n.t('Nothing selected')}</h2>
        <p class="muted">${l10n.t('Select colors to see where they are, and how much of the picture.')}</p>`;
    }
    const facts = [
      pixels === 1 ? l10n.t('1 pixel') : l10n.t('{0} pixels', formatNumber(pixels)),
      l10n.t('{0} of {1} colors', colors, segments.length),
      regions === 1 ? l10n.t('1 region') : l10n.t('{0} regions', formatNumber(regions)),
    ];
    return html`<h2>${l10n.t('Selected: {0} of the picture', formatShare(share))}</h2>
      <p class="muted number">${facts.join(' · ')}</p>`;
  }

  /** The picture's colors by their areas. */
  private bar({ palette, segments }: SegmentsAnswer): TemplateResult {
    const { selected } = this;
    const classes = { bar: true, selecting: selected.size > 0, few: segments.length <= MOST_APART };
    return html`<div class=${classMap(classes)} aria-hidden="true">
      ${segments.map(
        ({ index, pixels }) =>
          html`<span
            class=${selected.has(index) ? 'selected' : ''}
            ${cssVariables({ '--color': colorHex(palette, index), '--share': String(pixels) })}
          ></span>`,
      )}
    </div>`;
  }

  private exports(): TemplateResult {
    const { options, isAtRest } = this.context;
    const selected = [...this.selected].sort((a, b) => a - b);
    const button = (
      label: string,
      hint: string,
      question: PageEvents['tessera-export-explored'],
      isPossible = true,
    ) =>
      html`<vscode-button
        secondary
        title=${hint}
        ?disabled=${!isAtRest || !isPossible}
        @click=${() => emit(this, 'tessera-export-explored', question)}
        >${label}</vscode-button
      >`;
    return html`<div class="exports" role="group" aria-label=${l10n.t('Export')}>
      ${button(
        l10n.t('Mask…'),
        l10n.t('The selected pixels white, all others black: PNG of 1 bit'),
        { kind: 'segmentMask', options, selected },
        selected.length > 0,
      )}
      ${button(
        l10n.t('Cut-out…'),
        l10n.t('The selected pixels as they are in the original, all others transparent: PNG'),
        { kind: 'segmentCutOut', options, selected },
        selected.length > 0,
      )}
      ${button(l10n.t('Label map…'), l10n.t('Each pixel’s place in the palette as a gray: PNG'), {
        kind: 'segmentLabels',
        options,
      })}
      ${button(l10n.t('Figures as CSV…'), l10n.t('Pixels and regions of all colors'), {
        kind: 'segmentTable',
        options,
      })}
    </div>`;
  }

  private explanation(): TemplateResult {
    return explanation(
      [
        l10n.t(
          'k-means cuts the picture into segments: all pixels whose nearest palette color is the same. Added up they say how much of the picture something covers, such as ice on a satellite picture: choose a few colors, select those of the ice, and read its share.',
        ),
        l10n.t(
          'A region is a set of such pixels that hang together, each sharing an edge with another. One large region is usually a thing, thousands of tiny ones are texture, noise or dithering.',
        ),
      ],
      [CONNECTED_COMPONENTS],
    );
  }

  private statusText(): string {
    if (this.failure) return this.failure;
    return this.answer ? '' : l10n.t('Measuring…');
  }

  private select(selected: ReadonlySet<number>): void {
    const { answer } = this;
    if (!answer) return;
    this.selected = selected;
    const colors = [...selected].flatMap((index) => [...answer.palette.subarray(4 * index, 4 * index + 4)]);
    leftSelected.set(this.context.client, Uint8Array.from(colors));
    emit(this, 'tessera-isolated', [...selected]);
  }

  private async askForSegments(): Promise<void> {
    const { client, options } = this.context;
    this.failure = '';
    try {
      const answer = await client.ask({ kind: 'segments', options });
      this.answer = answer;
      this.select(this.followed(answer.palette));
    } catch (error) {
      if (error instanceof Cancelled) return;
      this.answer = undefined;
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** The places of the colors that were selected, as far as the palette still has them. */
  private followed(palette: Uint8Array): ReadonlySet<number> {
    const colors = leftSelected.get(this.context.client) ?? new Uint8Array(0);
    const places = new Set<number>();
    for (let at = 0; at < colors.length; at += 4) {
      const place = followColor(colors.subarray(at, at + 4), palette);
      if (place !== undefined) places.add(place);
    }
    return places;
  }
}
