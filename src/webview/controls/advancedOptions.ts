import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/index.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import {
  DEFAULT_OPTIONS,
  DITHERS,
  INITS,
  SEED_MAX,
  SPACES,
  sameReduction,
  type Dither,
  type Init,
  type ReduceOptions,
  type Space,
} from '../../engine/options';
import { chevronIcon } from '../icons';
import { emit } from '../pageEvents';
import { sharedStyles } from '../sharedStyles';
import '../hintTip';

const SPACE_LABELS: Record<Space, string> = { oklab: 'OKLab', rgb: 'sRGB' };
const INIT_LABELS: Record<Init, string> = {
  split: 'Deterministic',
  'kmeans++': 'k-means++',
  random: 'Random',
};
const DITHER_LABELS: Record<Dither, string> = {
  none: 'None',
  'floyd-steinberg': 'Floyd–Steinberg',
  atkinson: 'Atkinson',
  bayer: 'Bayer 8 × 8',
  'blue-noise': 'Blue noise',
};

interface Choice {
  value: string;
  label: string;
}

// Given as a property: option elements in folded details have no text that the select could read.
const SPACE_CHOICES = SPACES.map((value) => ({ value, label: SPACE_LABELS[value] }));
const DITHER_CHOICES = DITHERS.map((value) => ({ value, label: DITHER_LABELS[value] }));
const INIT_CHOICES = INITS.map((value) => ({ value, label: INIT_LABELS[value] }));

/** Settings that most people never need, folded away. */
@customElement('tessera-advanced-options')
export class AdvancedOptions extends LitElement {
  @property({ attribute: false }) options: ReduceOptions = DEFAULT_OPTIONS;
  @property({ type: Boolean }) disabled = false;

  static override readonly styles = [
    sharedStyles,
    css`
      summary {
        display: flex;
        align-items: center;
        gap: 4px;
        margin-left: -4px;
        border-radius: 4px;
        font-weight: 600;
        line-height: 24px;
        cursor: pointer;
        list-style: none;
      }
      summary:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
      }
      summary .icon {
        transition: rotate 0.1s;
      }
      [open] summary .icon {
        rotate: 90deg;
      }
      .fields {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 8px 16px;
        align-items: center;
        padding-top: 8px;
      }
      vscode-single-select,
      vscode-textfield {
        width: 100%;
      }
      vscode-textfield[disabled] {
        opacity: 0.5;
      }
    `,
  ];

  override render() {
    const { space, init, seed, dither, ditherStrength, keepRare } = this.options;
    return html`<details>
      <summary>${chevronIcon}Advanced</summary>
      <div class="fields">
        ${this.choice(
          'Dither',
          'Mixes pixels of two palette colors where neither fits, so that gradients look smooth. The file gets larger.',
          DITHER_CHOICES,
          dither,
          (value) => ({ dither: DITHERS.find((known) => known === value) }),
        )}
        ${this.number(
          'Dither strength',
          'Per cent. Less dither, smaller file.',
          ditherStrength,
          100,
          (value) => ({ ditherStrength: value }),
          dither === 'none',
        )}
        ${this.number(
          'Keep rare colors',
          'Per cent. Gives small vivid things a palette color of their own, at some cost elsewhere.',
          keepRare,
          100,
          (value) => ({ keepRare: value }),
        )}
        ${this.choice(
          'Color space',
          'Where colors are compared. OKLab follows what people see; sRGB is what error tables and tutorials measure.',
          SPACE_CHOICES,
          space,
          (value) => ({ space: SPACES.find((known) => known === value) }),
        )}
        ${this.choice(
          'Start',
          'How k-means finds its first colors. The deterministic one always starts the same way; the other two draw lots with the seed.',
          INIT_CHOICES,
          init,
          (value) => ({ init: INITS.find((known) => known === value) }),
        )}
        ${this.number(
          'Seed',
          'A whole number that the random starts draw from. The same seed gives the same picture; the deterministic start needs none.',
          seed,
          SEED_MAX,
          (value) => ({ seed: value }),
          init === 'split',
        )}
      </div>
    </details>`;
  }

  private choice(
    label: string,
    hint: string,
    choices: Choice[],
    value: string,
    options: (value: string) => Partial<ReduceOptions>,
  ) {
    // The handlers stand on these very elements.
    const changed = (event: Event) => this.change(options((event.currentTarget as VscodeSingleSelect).value));
    return html`<tessera-hint .text=${hint}>${label}</tessera-hint>
      <vscode-single-select
        .label=${label}
        .options=${choices}
        .value=${value}
        ?disabled=${this.disabled}
        @change=${changed}
      ></vscode-single-select>`;
  }

  /** A field for a whole number from 0 to `max`; what is not one becomes the nearest, or what was there. */
  private number(
    label: string,
    hint: string,
    value: number,
    max: number,
    options: (value: number) => Partial<ReduceOptions>,
    isIdle = false,
  ) {
    const changed = (event: Event) => {
      const field = event.currentTarget as VscodeTextfield;
      const typed = field.value.trim() === '' ? NaN : Math.round(Number(field.value));
      const number = Number.isNaN(typed) ? value : Math.min(max, Math.max(0, typed));
      field.value = String(number);
      this.change(options(number));
    };
    return html`<tessera-hint .text=${hint}>${label}</tessera-hint>
      <vscode-textfield
        type="number"
        .label=${label}
        .min=${0}
        .max=${max}
        .step=${1}
        .value=${String(value)}
        ?disabled=${this.disabled || isIdle}
        @change=${changed}
      ></vscode-textfield>`;
  }

  private change(options: Partial<ReduceOptions>): void {
    if (Object.values(options).some((value) => value === undefined)) return; // a choice that is none of ours
    const changed = { ...this.options, ...options };
    if (!sameReduction(changed, this.options)) emit(this, 'tessera-change', { options, isMoving: false });
  }
}
