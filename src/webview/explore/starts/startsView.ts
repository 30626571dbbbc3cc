import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import type { RunOptions, RunStart } from '../../../engine/explore/plainKMeans';
import type { Space } from '../../../engine/options';
import { Cancelled } from '../../../engine/steps';
import { MOST_DRAWN_STARTS } from '../../../shared/explore/starts';
import { formatNumber, formatPercent } from '../../../shared/localization';
import { initLabel } from '../../controls/optionLabels';
import { iconButtonStyles } from '../../controls/iconButton';
import { randomSeed } from '../../controls/seedField';
import { cssVariables } from '../../cssVariables';
import { foldStyles } from '../../foldStyles';
import '../../hintTip';
import { checkIcon, diceIcon, playIcon } from '../../icons';
import { emit } from '../../pageEvents';
import { checkerboard, sharedStyles } from '../../sharedStyles';
import { leavePlayer } from '../convergence/leftPlayer';
import { explanation, explanationStyles } from '../explanation';
import type { ExploreContext } from '../exploreContext';
import { paletteStrip, paletteStripStyles } from '../paletteStrip';
import { errorFigure, errorHint, formatError, formatErrorNumber } from '../runFigures';
import { CAREFUL_SEEDING } from '../sources';
import { comparedStarts, DRAWN_INITS, isTaken, optionsOf, rankRuns } from './comparedStarts';
import type { DrawnInit, RankedRun } from './comparedStarts';
import { startsStyles } from './startsStyles';

interface Compared {
  reduction: RunOptions;
  runs: RankedRun[];
}

const LEAST_DRAWN = 3;

/** k-means from several starts side by side, any of which can be taken. */
@customElement('tessera-explore-starts')
export class StartsView extends LitElement {
  @property({ attribute: false }) context!: ExploreContext;

  @state() private init: DrawnInit = 'random';
  @state() private firstSeed = 1;
  @state() private count = LEAST_DRAWN;
  @state() private compared: Compared | undefined;
  @state() private isRunning = false;
  @state() private failure = '';

  private askedKey = '';
  /** What the stage shows. */
  private shown: Compared | undefined;

  static override readonly styles = [
    sharedStyles,
    foldStyles,
    checkerboard,
    paletteStripStyles,
    explanationStyles,
    iconButtonStyles,
    startsStyles,
  ];

  protected override willUpdate(): void {
    if (!this.context.isMoving) this.askIfNew();
  }

  protected override updated(): void {
    const { compared } = this;
    if (!compared || this.shown === compared) return;
    this.shown = compared;
    emit(
      this,
      'tessera-explored',
      compared.runs.map((run) => ({
        key: `start-${run.init}-${run.seed}`,
        caption: captionOf(run, compared.reduction.space),
        painting: { palette: run.palette, space: compared.reduction.space },
      })),
    );
  }

  override render() {
    const { compared } = this;
    return html`<div class="choice">
        <vscode-single-select
          .label=${l10n.t('Drawn starts')}
          .options=${DRAWN_INITS.map((value) => ({ value, label: initLabel(value) }))}
          .value=${this.init}
          @change=${this.choseInit}
        ></vscode-single-select>
        <vscode-single-select
          .label=${l10n.t('How many drawn starts')}
          .options=${counts().map((count) => ({ value: String(count), label: l10n.t('{0} seeds', count) }))}
          .value=${String(this.count)}
          @change=${this.choseCount}
        ></vscode-single-select>
        <vscode-button secondary @click=${() => (this.firstSeed = randomSeed(this.firstSeed))}
          >${diceIcon}${l10n.t('Other seeds')}</vscode-button
        >
      </div>
      <ul>
        ${compared?.runs.map((run) => this.runView(run, compared))}
      </ul>
      <p role="status" class="muted">${this.statusText()}</p>
      ${this.explanation()}`;
  }

  private runView(run: RankedRun, { reduction, runs }: Compared): TemplateResult {
    const name = runName(run);
    const most = Math.max(...runs.map(({ above }) => above));
    const taken = isTaken(run, this.context.options);
    return html`<li>
      <div class="line">
        <h2>${name}</h2>
        ${run.isBest ? html`<span class="badge">${l10n.t('Best')}</span>` : nothing}
        <button
          class="icon-button"
          aria-label=${l10n.t('Watch {0}', name)}
          title=${l10n.t('Watch {0}', name)}
          @click=${() => this.watch(run)}
        >
          ${playIcon}
        </button>
        <button
          class="take"
          aria-pressed=${taken}
          aria-label=${l10n.t('Take {0}', name)}
          @click=${() => emit(this, 'tessera-change', { options: optionsOf(run), isMoving: false })}
        >
          ${taken ? checkIcon : nothing}${l10n.t('Take')}
        </button>
      </div>
      ${paletteStrip(run.palette, l10n.t('Palette of {0}', name))}
      <div class="line number">
        <tessera-hint .text=${errorHint(reduction.space)} data-testid="run-error"
          >${formatError(run.error, reduction.space)}</tessera-hint
        >
        <span class="muted">${aboveText(run)}</span>
        <span class="muted rounds">${roundsText(run)}</span>
      </div>
      <div class="bar" aria-hidden="true">
        <div ${cssVariables({ '--fraction': String(most > 0 ? run.above / most : 0) })}></div>
      </div>
    </li>`;
  }

  private explanation(): TemplateResult {
    return explanation(
      [
        l10n.t(
          'k-means comes to rest at a palette that no small change makes better. Which one depends on the colors it starts from, so two random starts end with different palettes and errors. k-means++ spreads its first colors out, which avoids the worst ends; the deterministic start cuts the colors in two again and again where that helps most.',
        ),
        l10n.t(
          'These are runs of plain k-means. The picture that is saved is improved further from where its run ends, so that there the differences shrink.',
        ),
      ],
      [CAREFUL_SEEDING],
    );
  }

  private statusText(): string {
    if (this.failure) return this.failure;
    if (this.isRunning) return l10n.t('Running k-means…');
    const most = Math.max(0, ...(this.compared?.runs ?? []).map(({ above }) => above));
    return most === 0
      ? l10n.t('All runs end with the same error.')
      : l10n.t('The worst run ends {0} above the best.', formatAbove(most));
  }

  private choseInit(event: Event): void {
    // The handler stands on this very element.
    const { value } = event.currentTarget as VscodeSingleSelect;
    this.init = DRAWN_INITS.find((init) => init === value) ?? this.init;
  }

  private choseCount(event: Event): void {
    const { value } = event.currentTarget as VscodeSingleSelect; // as above
    this.count = counts().find((count) => count === Number(value)) ?? this.count;
  }

  /** Round by round, in the player. */
  private watch({ init, seed }: RunStart): void {
    leavePlayer(this.context.client, { chosen: { init, seed } });
    emit(this, 'tessera-explore-view', 'convergence');
  }

  private askIfNew(): void {
    const { k, space, locked } = this.context.options;
    const reduction = { k, space, locked };
    const starts = comparedStarts(this.init, this.firstSeed, this.count);
    const key = JSON.stringify([reduction, starts]);
    if (key === this.askedKey) return;
    this.askedKey = key;
    this.isRunning = true;
    void this.ask(reduction, starts, key);
  }

  private async ask(
    reduction: RunOptions,
    starts: ReturnType<typeof comparedStarts>,
    key: string,
  ): Promise<void> {
    try {
      const runs = await this.context.client.ask({ kind: 'starts', reduction, starts });
      if (key !== this.askedKey) return;
      this.compared = { reduction, runs: rankRuns(runs) };
      this.failure = '';
    } catch (error) {
      if (error instanceof Cancelled) return;
      this.compared = undefined;
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.isRunning = false;
  }
}

function counts(): number[] {
  return Array.from({ length: MOST_DRAWN_STARTS - LEAST_DRAWN + 1 }, (_, i) => LEAST_DRAWN + i);
}

function runName({ init, seed }: RankedRun): string {
  return init === 'split' ? initLabel(init) : l10n.t('Seed {0}', seed);
}

/** Without the unit, as room is scarce; the list has it. */
function captionOf(run: RankedRun, space: Space): string {
  const error = formatErrorNumber(errorFigure(run.error, space));
  return [runName(run), error, ...(run.isBest ? [l10n.t('Best')] : [])].join(' · ');
}

function aboveText({ above }: RankedRun): string {
  return above === 0 ? '' : l10n.t('+{0}', formatAbove(above));
}

function formatAbove(above: number): string {
  return formatPercent(100 * above, above < 0.1 ? 1 : 0);
}

function roundsText({ rounds }: RankedRun): string {
  return rounds === 1 ? l10n.t('1 round') : l10n.t('{0} rounds', formatNumber(rounds));
}
