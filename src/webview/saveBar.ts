import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { checkIcon } from './icons';
import { namedSentence } from './namedSentence';
import { emit } from './pageEvents';
import { sharedStyles } from './sharedStyles';

const SAVE_KEYS = navigator.userAgent.includes('Macintosh') ? '⌘S' : 'Ctrl+S';

/** Save, always in sight, and what became of it. */
@customElement('tessera-save-bar')
export class SaveBar extends LitElement {
  /** There is a reduced picture to save. */
  @property({ type: Boolean }) isReady = false;
  @property({ type: Boolean }) isSaving = false;
  @property() savedName: string | undefined;

  static override readonly styles = [
    sharedStyles,
    css`
      .saved {
        display: flex;
        gap: 4px;
        margin-bottom: 8px;
        line-height: 16px;
        overflow-wrap: anywhere;
      }
      .saved .icon {
        color: var(--vscode-charts-green, var(--vscode-testing-iconPassed));
      }
      .buttons {
        display: flex;
        gap: 8px;
      }
      .save {
        flex: 1;
      }
    `,
  ];

  override render() {
    const isDisabled = !this.isReady || this.isSaving;
    return html`
      ${
        this.savedName === undefined
          ? nothing
          : html`<p class="saved">
              ${checkIcon}<span>${namedSentence(l10n.t('Saved as {0}'), this.savedName)}</span>
            </p>`
      }
      <div class="buttons">
        <vscode-button
          class="save"
          aria-keyshortcuts="Control+S"
          ?disabled=${isDisabled}
          @click=${() => emit(this, 'tessera-save', { isSaveAs: false })}
          >${this.isSaving ? l10n.t('Saving…') : l10n.t('Save')}${this.isSaving ? nothing : html`<span slot="content-after" class="keys">${SAVE_KEYS}</span>`}</vscode-button
        >
        <vscode-button
          secondary
          ?disabled=${isDisabled}
          @click=${() => emit(this, 'tessera-save', { isSaveAs: true })}
          >${l10n.t('Save As…')}</vscode-button
        >
      </div>
    `;
  }
}
