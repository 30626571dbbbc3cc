import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { mostComponents } from '../../../engine/explore/lowRank/factorize';
import { Cancelled } from '../../../engine/steps';
import type { LowRankAnswer, LowRankStep } from '../../../shared/explore/lowRank';
import { formatNumber, formatPercent } from '../../../shared/localization';
import type { Slide } from '../../controls/rangeField';
import '../../controls/rangeField';
import { cssVariables } from '../../cssVariables';
import { foldStyles } from '../../foldStyles';
import { emit } from '../../pageEvents';
import { sharedStyles } from '../../sharedStyles';
import { noteView, statusStyles } from '../../statusViews';
import '../choiceSwitch';
import { explanation, explanationStyles } from '../explanation';
import type { ExploreContext } from '../exploreContext';
import { NMF_ACCELERATED, NMF_ALGORITHMS, NMF_PARTS } from '../sources';
import { componentsText, K_MEANS, NMF } from './methodNames';
import { lowRankStyles } from './lowRankStyles';
import { methodsTable } from './methodsTable';

const FIRST_COMPONENTS = 20;
/** A slider in motion asks for what it passes over, but not for each number. */
const MS_BETWEEN_QUESTIONS = 80;

/** What the picture is compared with on the stage. */
type Compared = 'original' | 'reduced';

/** How the view was left, for when it is shown again. */
const leftAt = new WeakMap<object, { components: number; compared: Compared }>();

/** The picture as a product of thin matrices (NMF), beside what k-means makes of it. */
@customElement('tessera-explore-low-rank')
export class LowRankView extends LitElement {
  @property({ attribute: false }) context!: ExploreContext;

  @state() private components = FIRST_COMPONENTS;
  @state() private compared: Compared = 'original';
  @state() private step: LowRankStep | undefined;
  @state() private answer: LowRankAnswer | undefined;
  @state() private isRunning = false;
  @state() private failure = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The latest picture, whole or on its way. */
  private png: ArrayBuffer | undefined;

  static override readonly styles = [
    sharedStyles,
    statusStyles,
    foldStyles,
    explanationStyles,
    lowRankStyles,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    const left = leftAt.get(this.context.client);
    this.components = Math.min(left?.components ?? FIRST_COMPONENTS, this.most);
    this.compared = left?.compared ?? 'original';
    void this.compute();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.context.client.withdraw('lowRank');
  }

  override render() {
    const { components, most, context } = this;
    return html`<header>
        <h2>${l10n.t('Components')}</h2>
        <vscode-textfield
          type="number"
          .label=${l10n.t('Number of components, {0} to {1}', 1, most)}
          title=${l10n.t('{0} to {1} components', 1, most)}
          .min=${1}
          .max=${most}
          .step=${1}
          .value=${String(components)}
          @change=${this.typed}
        ></vscode-textfield>
      </header>
      <tessera-range-field
        isCount
        bare
        .label=${l10n.t('Components of the low-rank picture')}
        .min=${1}
        .max=${most}
        .value=${components}
        @slide=${({ detail }: CustomEvent<Slide>) => this.slid(detail)}
      ></tessera-range-field>
      ${this.progress()}
      <div class="compare">
        <span class="muted">${l10n.t('Compare with')}</span>
        <tessera-choice-switch
          .label=${l10n.t('Compare with')}
          .choices=${[
            { id: 'original', label: l10n.t('Original') },
            { id: 'reduced', label: K_MEANS },
          ]}
          .chosen=${this.compared}
          @choose=${({ detail }: CustomEvent<string>) => this.compareWith(detail)}
        ></tessera-choice-switch>
      </div>
      ${methodsTable(context, this.isRunning ? undefined : this.answer, components)} ${this.shrunkenNote()}
      <vscode-button
        secondary
        class="save"
        ?disabled=${this.isRunning || !this.answer}
        @click=${() => emit(this, 'tessera-export-explored', { kind: 'lowRankPicture', components: this.components })}
        >${l10n.t('Save as PNG…')}</vscode-button
      >
      ${this.explanation()}`;
  }

  /** The same button whether it runs or not, which keeps the focus. */
  private progress(): TemplateResult {
    const { isRunning, answer } = this;
    return html`<div class=${isRunning ? 'progress running' : 'progress'}>
      <div class="track" aria-hidden="true">
        <div ${cssVariables({ '--done': String(isRunning ? (this.step?.done ?? 0) : 0) })}></div>
      </div>
      <div class="line">
        <p role="status" class="number muted">${this.statusText()}</p>
        <vscode-button
          secondary
          ?disabled=${!isRunning && answer !== undefined}
          @click=${isRunning ? this.cancel : () => void this.compute()}
          >${isRunning || answer ? l10n.t('Cancel') : l10n.t('Compute')}</vscode-button
        >
      </div>
    </div>`;
  }

  private statusText(): string {
    const { step, answer } = this;
    if (this.failure) return this.failure;
    if (this.isRunning) {
      if (step?.isMeasuring) return l10n.t('Measuring…');
      return step
        ? l10n.t(
            '{0} × {1}, iteration {2}: RMSE {3}',
            step.width,
            step.height,
            step.iteration,
            formatNumber(Math.sqrt(step.mse), 1),
          )
        : l10n.t('Factorizing…');
    }
    if (!answer) return l10n.t('Cancelled.');
    return answer.iterations === 1
      ? l10n.t('1 iteration.')
      : l10n.t('{0} iterations, coarse to fine.', formatNumber(answer.iterations));
  }

  private shrunkenNote(): TemplateResult | typeof nothing {
    const { answer } = this;
    const { width } = this.context.decoded;
    if (!answer || answer.width === width) return nothing;
    return noteView(
      l10n.t(
        'The picture is too large to be factorized as it is. It was made smaller first, to {0} × {1}, and is compared at that size.',
        answer.width,
        answer.height,
      ),
    );
  }

  private explanation(): TemplateResult {
    return explanation(
      [
        l10n.t(
          'Non-negative matrix factorization (NMF) writes each channel, a matrix of height × width numbers, as a product of two thin ones, height × K and K × width, all without negative numbers. The picture is then a sum of K layers, each a column of brightness times a row.',
        ),
        l10n.t(
          'k-means keeps edges and loses colors: each pixel stays where it is and takes the nearest of a few colors. NMF keeps colors and loses edges: any color can come about, but a slanted edge needs many layers. Compare both with the divider.',
        ),
        l10n.t(
          'Computed here by hierarchical alternating least squares, a faster way to the same end as the multiplicative updates of Lee and Seung: the error falls with every update. It starts on a smaller copy of the picture and goes on to the full size.',
        ),
      ],
      [NMF_PARTS, NMF_ALGORITHMS, NMF_ACCELERATED],
    );
  }

  private get most(): number {
    const { width, height } = this.context.decoded;
    return mostComponents(width, height);
  }

  private typed(event: Event): void {
    // The handler stands on this very element.
    const field = event.currentTarget as VscodeTextfield;
    const number = Math.round(Number(field.value.trim() || NaN));
    const components = Math.min(this.most, Math.max(1, Number.isNaN(number) ? this.components : number));
    field.value = String(components);
    this.slid({ value: components, isMoving: false });
  }

  private slid({ value, isMoving }: Slide): void {
    if (value === this.components && !isMoving && (this.isRunning || this.answer)) return;
    const isNew = value !== this.components;
    this.components = value;
    this.remember();
    if (!isMoving) void this.compute();
    else if (isNew) this.timer ??= setTimeout(() => void this.compute(), MS_BETWEEN_QUESTIONS);
  }

  private compareWith(compared: string): void {
    this.compared = compared === 'reduced' ? 'reduced' : 'original';
    this.remember();
    this.show();
  }

  private remember(): void {
    const { components, compared } = this;
    leftAt.set(this.context.client, { components, compared });
  }

  private readonly cancel = (): void => {
    clearTimeout(this.timer);
    this.context.client.withdraw('lowRank');
    this.isRunning = false;
    this.step = undefined;
  };

  private async compute(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { components } = this;
    this.failure = '';
    this.answer = undefined;
    this.step = undefined;
    this.isRunning = true;
    try {
      const report = (step: LowRankStep) => this.heardStep(step);
      const answer = await this.context.client.ask({ kind: 'lowRank', components }, report);
      this.answer = answer;
      this.show(answer.png);
    } catch (error) {
      if (error instanceof Cancelled) return; // by a newer question, which runs, or by the person
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.isRunning = false;
  }

  private heardStep(step: LowRankStep): void {
    this.step = step;
    if (step.preview) this.show(step.preview);
  }

  /** Puts the picture on the stage: a newer one, or the same compared with something else. */
  private show(png?: Uint8Array<ArrayBuffer>): void {
    if (png) this.png = png.buffer.byteLength === png.byteLength ? png.buffer : png.slice().buffer;
    if (!this.png) return;
    const share = this.isRunning && !this.answer && this.step ? this.step.done : undefined;
    const caption = [
      NMF,
      componentsText(this.components),
      ...(share === undefined ? [] : [formatPercent(100 * share)]),
    ];
    emit(this, 'tessera-explored', [
      { key: 'lowRank', caption: caption.join(' · '), painting: { png: this.png }, under: this.compared },
    ]);
  }
}
