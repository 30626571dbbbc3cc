import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { DEFAULT_OPTIONS, DITHERS, INITS, RUNS_MAX, SPACES, type ReduceOptions } from '../../engine/options';
import { chevronIcon } from '../icons';
import { emit } from '../pageEvents';
import { foldStyles } from '../foldStyles';
import { sharedStyles } from '../sharedStyles';
import { advancedStyles } from './advancedStyles';
import { ditherLabel, initLabel, spaceLabel } from './optionLabels';
import type { Slide } from './rangeField';
import { resetButton, resetStyles } from './resetButton';
import '../hintTip';
import './rangeField';
import './seedField';

/** The options that stand here. */
export const ADVANCED = ['dither', 'ditherStrength', 'space', 'keepRare', 'init', 'seed', 'runs'] as const;
type Advanced = (typeof ADVANCED)[number];

/** Which of them are not what they usually are. */
export function changedOptions(options: ReduceOptions, standard: ReduceOptions): Advanced[] {
  return ADVANCED.filter((name) => options[name] !== standard[name]);
}

/** Settings that most people never need, folded away. Each works at once and can be reset. */
@customElement('tessera-advanced-options')
export class AdvancedOptions extends LitElement {
  @property({ attribute: false }) options: ReduceOptions = DEFAULT_OPTIONS;
  /** What Reset goes back to. */
  @property({ attribute: false }) standard: ReduceOptions = DEFAULT_OPTIONS;
  @property({ type: Boolean }) disabled = false;

  static override readonly styles = [
    sharedStyles,
    resetStyles,
    foldStyles,
    advancedStyles,
    css`
      :host {
        position: relative;
      }
    `,
  ];

  override render() {
    const changed = changedOptions(this.options, this.standard).length;
    return html`<details>
        <summary>
          ${chevronIcon}${l10n.t('Advanced')}
          ${changed > 0 ? html`<span class="muted changed">${l10n.t('{0} changed', changed)}</span>` : nothing}
        </summary>
        <h3>${l10n.t('Dithering')}</h3>
        <div class="fields">${this.ditherFields()}</div>
        <h3>${l10n.t('Finding the palette')}</h3>
        <div class="fields">${this.paletteFields()} ${this.startFields()}</div>
      </details>
      ${
        changed > 0 && !this.disabled
          ? html`<button
              class="reset-all"
              title=${l10n.t('Set everything here back')}
              @click=${this.resetAll}
            >
              ${l10n.t('Reset all')}
            </button>`
          : nothing
      }`;
  }

  private ditherFields() {
    const { dither, ditherStrength } = this.options;
    return [
      this.row(
        'dither',
        l10n.t('Dither'),
        l10n.t(
          'Mixes pixels of two palette colors where neither fits, so that gradients look smooth. The file gets larger.',
        ),
        (label) => this.choice(label, DITHERS, dither, ditherLabel, (value) => ({ dither: value })),
      ),
      this.row('ditherStrength', l10n.t('Strength'), l10n.t('Less dither, smaller file.'), () =>
        this.slider(l10n.t('Dither strength'), ditherStrength, { isIdle: dither === 'none' }, (value) => ({
          ditherStrength: value,
        })),
      ),
    ];
  }

  private paletteFields() {
    const { space, keepRare } = this.options;
    return [
      this.row(
        'keepRare',
        l10n.t('Keep rare colors'),
        l10n.t('Gives small vivid things a palette color of their own, at some cost elsewhere.'),
        (label) => this.slider(label, keepRare, {}, (value) => ({ keepRare: value })),
      ),
      this.row(
        'space',
        l10n.t('Color space'),
        l10n.t(
          'Where colors are compared. OKLab follows what people see; sRGB is what error tables and tutorials measure.',
        ),
        (label) => this.choice(label, SPACES, space, spaceLabel, (value) => ({ space: value })),
      ),
    ];
  }

  private startFields() {
    const { init, seed, runs } = this.options;
    const start = this.row(
      'init',
      l10n.t('Start'),
      l10n.t(
        'How k-means finds its first colors. The deterministic one always starts the same way; the other two draw lots with the seed.',
      ),
      (label) => this.choice(label, INITS, init, initLabel, (value) => ({ init: value })),
    );
    if (init === 'split') return start; // draws no lots
    return [
      start,
      this.row(
        'seed',
        l10n.t('Seed'),
        l10n.t('A whole number that the lots are drawn with. The same seed gives the same picture.'),
        (label) => this.seedField(label, seed),
      ),
      this.row(
        'runs',
        l10n.t('Runs'),
        l10n.t('So many starts are tried, of which the best counts. More take longer.'),
        (label) =>
          this.slider(label, runs, { min: 1, max: RUNS_MAX, isCount: true }, (value) => ({ runs: value })),
      ),
    ];
  }

  private row(
    name: Advanced,
    label: string,
    hint: string,
    control: (label: string) => TemplateResult,
  ): TemplateResult {
    return html`<tessera-hint .text=${hint}>${label}</tessera-hint> ${control(label)}
      ${resetButton({
        label: l10n.t('Reset {0}', label),
        isShown: this.options[name] !== this.standard[name] && !this.disabled,
        reset: () => this.change({ [name]: this.standard[name] }),
      })}`;
  }

  private choice<Value extends string>(
    label: string,
    values: readonly Value[],
    value: Value,
    labelOf: (value: Value) => string,
    options: (value: Value) => Partial<ReduceOptions>,
  ): TemplateResult {
    const changed = (event: Event) => {
      // The handler stands on this very element.
      const chosen = (event.currentTarget as VscodeSingleSelect).value;
      const known = values.find((each) => each === chosen);
      if (known !== undefined) this.change(options(known));
    };
    // Given as a property: option elements in folded details have no text that the select could read.
    return html`<vscode-single-select
      .label=${label}
      .options=${values.map((each) => ({ value: each, label: labelOf(each) }))}
      .value=${value}
      ?disabled=${this.disabled}
      @change=${changed}
    ></vscode-single-select>`;
  }

  private slider(
    label: string,
    value: number,
    { min = 0, max = 100, isCount = false, isIdle = false },
    options: (value: number) => Partial<ReduceOptions>,
  ): TemplateResult {
    return html`<tessera-range-field
      .label=${label}
      .value=${value}
      .min=${min}
      .max=${max}
      ?isCount=${isCount}
      ?disabled=${this.disabled || isIdle}
      @slide=${({ detail }: CustomEvent<Slide>) => this.change(options(detail.value), detail.isMoving)}
    ></tessera-range-field>`;
  }

  private seedField(label: string, seed: number): TemplateResult {
    return html`<tessera-seed-field
      .label=${label}
      .seed=${seed}
      ?disabled=${this.disabled}
      @seed=${({ detail }: CustomEvent<number>) => this.change({ seed: detail })}
    ></tessera-seed-field>`;
  }

  private resetAll(): void {
    const { dither, ditherStrength, space, keepRare, init, seed, runs } = this.standard;
    this.change({ dither, ditherStrength, space, keepRare, init, seed, runs });
  }

  private change(options: Partial<ReduceOptions>, isMoving = false): void {
    emit(this, 'tessera-change', { options, isMoving });
  }
}
