import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Convergence } from '../../../engine/explore/convergence';
import type { RunOptions, RunStart } from '../../../engine/explore/plainKMeans';
import { Cancelled } from '../../../engine/steps';
import { formatShare } from '../../colorText';
import { foldStyles } from '../../foldStyles';
import '../../hintTip';
import { mark } from '../../marks';
import { emit } from '../../pageEvents';
import { colorsText } from '../../picture/captions';
import { prefersReducedMotion } from '../../reducedMotion';
import { checkerboard, sharedStyles } from '../../sharedStyles';
import type { ChartSeries } from '../chart/chartSeries';
import '../chart/lineChart';
import { explanation, explanationStyles } from '../explanation';
import type { ExploreContext } from '../exploreContext';
import { paletteStrip, paletteStripStyles } from '../paletteStrip';
import { errorFigure, errorUnit } from '../runFigures';
import { CAREFUL_SEEDING, LEAST_SQUARES_QUANTIZATION } from '../sources';
import '../startChoice';
import './centroidSpace';
import { convergenceStyles } from './convergenceStyles';
import './gifExport';
import { leavePlayer, leftPlayer } from './leftPlayer';
import { PlaybackController } from './playbackController';
import './playerControls';
import { changedHint, changedText, endText, farthestHint, farthestText, roundName } from './roundTexts';

/** What was asked, and what came of it. */
interface Recording {
  reduction: RunOptions;
  start: RunStart;
  convergence: Convergence;
  chart: Chart;
}

/** Made once a recording, as a chart redraws everything for new objects. */
interface Chart {
  x: number[];
  series: ChartSeries[];
  formatX: (round: number) => string;
}

/** k-means on the picture, round by round: to be played, stepped through, and saved. */
@customElement('tessera-explore-convergence')
export class ConvergenceView extends LitElement {
  @property({ attribute: false }) context!: ExploreContext;

  /** The person's choice for this view; without one, where the reduction starts. */
  @state() private chosen: RunStart | undefined;
  @state() private recording: Recording | undefined;
  @state() private failure = '';

  private readonly playback = new PlaybackController(this);
  /** The question that was asked last. */
  private askedKey = '';
  /** What the stage shows. */
  private shown: { recording: Recording; round: number } | undefined;

  static override readonly styles = [
    sharedStyles,
    foldStyles,
    checkerboard,
    paletteStripStyles,
    explanationStyles,
    convergenceStyles,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.chosen = leftPlayer(this.context.client)?.chosen;
    const before = changed.get('context')?.options;
    const { options, isMoving } = this.context;
    // Another start of the reduction itself is what the person wants to see now.
    if (before && (before.init !== options.init || before.seed !== options.seed)) this.chosen = undefined;
    if (!isMoving) this.askIfNew();
  }

  protected override updated(): void {
    const { recording } = this;
    const { round } = this.playback;
    if (!recording || (this.shown?.recording === recording && this.shown.round === round)) return;
    this.shown = { recording, round };
    mark('tessera:round');
    leavePlayer(this.context.client, { chosen: this.chosen, shown: { key: this.askedKey, round } });
    const { rounds } = recording.convergence;
    const { palette } = rounds[round]!;
    emit(this, 'tessera-explored', [
      {
        key: 'convergence',
        caption: roundName(round, rounds.length - 1),
        painting: { palette, space: recording.reduction.space },
      },
    ]);
    emit(
      this,
      'tessera-trail',
      rounds.slice(0, round + 1).map((each) => each.palette),
    );
  }

  override render() {
    return html`<tessera-start-choice
        .start=${this.start()}
        @start=${({ detail }: CustomEvent<RunStart>) => (this.chosen = detail)}
      ></tessera-start-choice>
      <p role="status" class="status muted">${this.statusText()}</p>
      ${this.recording ? this.player(this.recording) : nothing} ${this.explanation()}`;
  }

  private player({ reduction, start, convergence, chart }: Recording): TemplateResult {
    const { playback } = this;
    const { rounds, colors } = convergence;
    const last = rounds.length - 1;
    const round = rounds[playback.round]!;
    const { space } = reduction;
    const name = roundName(playback.round, last);
    return html`<h2>${name}</h2>
      <tessera-player-controls
        .playback=${playback}
        .round=${playback.round}
        .last=${last}
        ?isPlaying=${playback.isPlaying}
        ?isLooping=${playback.isLooping}
        .roundMs=${playback.roundMs}
      ></tessera-player-controls>
      ${paletteStrip(round.palette, l10n.t('Palette, {0}: {1}', name, colorsText(round.palette.length / 4)))}
      <dl class="figures number">
        <dt><tessera-hint .text=${changedHint(colors)}>${l10n.t('Went to another color')}</tessera-hint></dt>
        <dd data-testid="changed">${playback.round === 0 ? '–' : changedText(round, colors)}</dd>
        <dt><tessera-hint .text=${farthestHint(space)}>${l10n.t('Farthest move')}</tessera-hint></dt>
        <dd data-testid="farthest">${playback.round === 0 ? '–' : farthestText(round, space)}</dd>
      </dl>
      <tessera-line-chart
        .x=${chart.x}
        .series=${chart.series}
        .xLabel=${l10n.t('Round')}
        .formatX=${chart.formatX}
        .marked=${playback.round}
        .caption=${l10n.t('Error by round')}
        .hint=${l10n.t('Shows that round.')}
        @tessera-chart-point=${({ detail }: CustomEvent<number>) => playback.goTo(detail)}
      ></tessera-line-chart>
      <tessera-centroid-space
        .context=${this.context}
        .rounds=${rounds}
        .round=${playback.round}
      ></tessera-centroid-space>
      <tessera-gif-export
        .picture=${this.context.decoded}
        .reduction=${reduction}
        .start=${start}
        .frames=${rounds.length}
      ></tessera-gif-export>`;
  }

  private explanation(): TemplateResult {
    return explanation(
      [
        l10n.t(
          'k-means starts from k colors. In every round each pixel takes the nearest of them, and each color moves to the mean of its pixels. The error only ever falls, and when nothing moves any more it has come to rest: not always at the best palette there is, but at one that no small change makes better.',
        ),
        l10n.t(
          'Most happens in the first rounds. This is plain k-means on the picture’s colors gathered into small cells; what is saved is improved further after it has come to rest, and keeps rare colors where that was asked for.',
        ),
      ],
      [LEAST_SQUARES_QUANTIZATION, CAREFUL_SEEDING],
    );
  }

  private statusText(): string {
    if (this.failure) return this.failure;
    return this.recording ? endText(this.recording.convergence) : l10n.t('Running k-means…');
  }

  private start(): RunStart {
    const { init, seed } = this.context.options;
    return this.chosen ?? { init, seed };
  }

  private askIfNew(): void {
    const { k, space, locked } = this.context.options;
    const reduction = { k, space, locked };
    const start = this.start();
    // A seed that is not read makes no other question.
    const asked = { reduction, start: start.init === 'split' ? { init: start.init, seed: 0 } : start };
    const key = JSON.stringify(asked);
    if (key === this.askedKey) return;
    this.askedKey = key;
    void this.ask(asked, key);
  }

  private async ask(asked: Pick<Recording, 'reduction' | 'start'>, key: string): Promise<void> {
    const { client } = this.context;
    try {
      const convergence = await client.ask({ kind: 'convergence', ...asked });
      if (key !== this.askedKey) return;
      this.failure = '';
      this.recording = { ...asked, convergence, chart: chartOf(convergence, asked.reduction) };
      this.begin(convergence, key);
    } catch (error) {
      if (error instanceof Cancelled) return;
      this.recording = undefined;
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** From where it was left; a recording that was not seen before plays. */
  private begin({ rounds }: Convergence, key: string): void {
    const left = leftPlayer(this.context.client)?.shown;
    const last = rounds.length - 1;
    if (left?.key === key) return this.playback.load(last, left.round);
    this.playback.load(last, 0);
    if (!prefersReducedMotion()) this.playback.play();
  }
}

function chartOf({ rounds }: Convergence, { space }: RunOptions): Chart {
  return {
    x: rounds.map((_, round) => round),
    formatX: (round) => roundName(round, rounds.length - 1),
    series: [
      {
        label: l10n.t('Error ({0})', errorUnit(space)),
        values: rounds.map(({ error }) => errorFigure(error, space)),
        color: '--vscode-charts-blue',
      },
      {
        label: l10n.t('Changed pixels'),
        values: rounds.map(({ changedShare }, round) => (round === 0 ? null : 100 * changedShare)),
        color: '--vscode-charts-orange',
        scale: 'right',
        format: (percent) => formatShare(percent / 100),
      },
    ],
  };
}
