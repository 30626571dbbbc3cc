import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/index.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import {
  DEFAULT_OPTIONS,
  INITS,
  SEED_MAX,
  SPACES,
  type Init,
  type ReduceOptions,
  type Space,
} from '../engine/options';
import { chevronIcon } from './icons';
import { emit } from './pageEvents';
import { sharedStyles } from './sharedStyles';
import './hintTip';

const SPACE_LABELS: Record<Space, string> = { oklab: 'OKLab', rgb: 'sRGB' };
const INIT_LABELS: Record<Init, string> = {
  split: 'Split (deterministic)',
  'kmeans++': 'k-means++',
  random: 'Random',
};

// Given as a property: option elements in folded details have no text that the select could read.
const SPACE_CHOICES = SPACES.map((value) => ({ value, label: SPACE_LABELS[value] }));
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
    const { space, init, seed } = this.options;
    return html`<details>
      <summary>${chevronIcon}Advanced</summary>
      <div class="fields">
        <tessera-hint
          text="Where colors are compared. OKLab follows what people see; sRGB is what error tables and tutorials measure."
          >Color space</tessera-hint
        >
        <vscode-single-select
          label="Color space"
          .options=${SPACE_CHOICES}
          .value=${space}
          ?disabled=${this.disabled}
          @change=${this.changedSpace}
        ></vscode-single-select>
        <tessera-hint
          text="How k-means finds its first colors. Split always starts the same way; the other two draw lots with the seed."
          >Start</tessera-hint
        >
        <vscode-single-select
          label="Start"
          .options=${INIT_CHOICES}
          .value=${init}
          ?disabled=${this.disabled}
          @change=${this.changedInit}
        ></vscode-single-select>
        <tessera-hint
          text="A whole number that the random starts draw from. The same seed gives the same picture; Split needs none."
          >Seed</tessera-hint
        >
        <vscode-textfield
          type="number"
          .label=${'Seed'}
          .min=${0}
          .max=${SEED_MAX}
          .step=${1}
          .value=${String(seed)}
          ?disabled=${this.disabled || init === 'split'}
          @change=${this.changedSeed}
        ></vscode-textfield>
      </div>
    </details>`;
  }

  private changedSpace(event: Event): void {
    // The handlers stand on these very elements.
    const { value } = event.currentTarget as VscodeSingleSelect;
    const space = SPACES.find((known) => known === value);
    if (space && space !== this.options.space) {
      this.change({ space });
    }
  }

  private changedInit(event: Event): void {
    const { value } = event.currentTarget as VscodeSingleSelect;
    const init = INITS.find((known) => known === value);
    if (init && init !== this.options.init) {
      this.change({ init });
    }
  }

  private changedSeed(event: Event): void {
    const field = event.currentTarget as VscodeTextfield;
    const typed = field.value.trim() === '' ? NaN : Math.round(Number(field.value));
    const seed = Number.isNaN(typed) ? this.options.seed : Math.min(SEED_MAX, Math.max(0, typed));
    field.value = String(seed);
    if (seed !== this.options.seed) {
      this.change({ seed });
    }
  }

  private change(options: Partial<ReduceOptions>): void {
    emit(this, 'tessera-change', { options, isMoving: false });
  }
}
