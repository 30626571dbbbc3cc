import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/index.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { TARGET_KINDS, type TargetKind } from '../engine/targets';
import type { TargetEndedMessage, TargetProgressMessage } from '../shared/messages';
import { chevronIcon } from './icons';
import { emit } from './pageEvents';
import { sharedStyles } from './sharedStyles';
import { statusStyles } from './statusViews';
import { foldStyles } from './foldStyles';
import { endedSentence, fieldOf, kindLabel, limitOf, progressSentence, suggestedLimit } from './targetTexts';

/** Finds the number of colors by what the file may weigh or how good the picture must be. */
@customElement('tessera-target-search')
export class TargetSearch extends LitElement {
  /** The search that runs or ended last; nothing before the first and after other changes. */
  @property({ attribute: false }) search: TargetProgressMessage | TargetEndedMessage | undefined;
  @property({ type: Number }) sourceBytes = 0;
  @property({ type: Boolean }) disabled = false;

  @state() private kind: TargetKind = 'bytes';
  /** As typed, by kind, in the field's unit. */
  @state() private typed: Partial<Record<TargetKind, string>> = {};

  static override readonly styles = [
    sharedStyles,
    statusStyles,
    foldStyles,
    css`
      .fields {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 76px 2.5em;
        gap: 8px;
        align-items: center;
        padding-top: 8px;
      }
      vscode-single-select,
      vscode-textfield {
        width: 100%;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-top: 8px;
      }
      .actions p {
        flex: 1 0 100%;
        line-height: 1.4;
      }
      .actions .number {
        flex: 1 1 12ch;
      }
      .wrong {
        color: var(--vscode-errorForeground);
      }
    `,
  ];

  override render() {
    const { kind } = this;
    const field = fieldOf(kind);
    return html`<details>
      <summary>${chevronIcon}${l10n.t('Target')}</summary>
      <div class="fields">
        <vscode-single-select
          .label=${l10n.t('What to aim for')}
          .options=${TARGET_KINDS.map((value) => ({ value, label: kindLabel(value) }))}
          .value=${kind}
          ?disabled=${this.disabled}
          @change=${this.chose}
        ></vscode-single-select>
        <vscode-textfield
          .label=${`${kindLabel(kind)}${field.unit ? `, ${field.unit}` : ''}`}
          .value=${this.text}
          ?disabled=${this.disabled}
          @input=${this.wrote}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.find()}
        ></vscode-textfield>
        <span class="muted">${field.unit}</span>
      </div>
      ${this.actions()}
    </details>`;
  }

  /** The same button and the same status whether the search runs or not: one keeps the focus, the other is heard. */
  private actions(): TemplateResult {
    const { search } = this;
    const isRunning = search?.type === 'targetProgress';
    const isValid = limitOf(this.kind, this.text) !== undefined;
    return html`<div class="actions">
      <vscode-button
        secondary
        ?disabled=${!isRunning && (this.disabled || !isValid)}
        @click=${isRunning ? this.cancel : this.find}
        >${isRunning ? l10n.t('Cancel') : l10n.t('Find Colors')}</vscode-button
      >
      ${isRunning ? html`<span class="spinner"></span>` : nothing}
      <p
        role="status"
        data-testid=${isRunning ? 'target-progress' : 'target-outcome'}
        class=${isRunning ? 'number' : search || isValid ? '' : 'wrong'}
      >
        ${isRunning ? progressSentence(search) : this.outcome(isValid)}
      </p>
    </div>`;
  }

  private outcome(isValid: boolean): unknown {
    const { search, kind } = this;
    if (!isValid) return l10n.t('From {0} to {1}.', fieldOf(kind).min, fieldOf(kind).max);
    return search?.type === 'targetEnded' ? endedSentence(search) : nothing;
  }

  private get text(): string {
    return this.typed[this.kind] ?? suggestedLimit(this.kind, this.sourceBytes);
  }

  private chose(event: Event): void {
    // The handler stands on this very element.
    const { value } = event.currentTarget as VscodeSingleSelect;
    this.kind = TARGET_KINDS.find((kind) => kind === value) ?? this.kind;
  }

  private wrote(event: Event): void {
    // The handler stands on this very element.
    this.typed = { ...this.typed, [this.kind]: (event.currentTarget as VscodeTextfield).value };
  }

  private readonly cancel = (): void => emit(this, 'tessera-target', undefined);

  private readonly find = (): void => {
    const limit = limitOf(this.kind, this.text);
    if (limit !== undefined && !this.disabled) emit(this, 'tessera-target', { kind: this.kind, limit });
  };
}
