import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { warningIcon } from './icons';
import { emit } from './pageEvents';
import { sharedStyles } from './sharedStyles';

/** The file is gone from the disk, the picture is not: says so, and what can be done. */
@customElement('tessera-gone-banner')
export class GoneBanner extends LitElement {
  /** What happened, by the host. */
  @property() sentence = '';

  static override readonly styles = [
    sharedStyles,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 8px 8px 8px 12px;
        border: 1px solid var(--vscode-contrastBorder, var(--vscode-inputValidation-warningBorder));
        border-radius: 4px;
        background: var(--vscode-inputValidation-warningBackground);
        color: var(--vscode-inputValidation-warningForeground, var(--vscode-foreground));
        line-height: 1.4;
      }
      .icon {
        color: var(--vscode-editorWarning-foreground, currentColor);
      }
      p {
        flex: 1 1 24ch;
        overflow-wrap: anywhere;
      }
      .ways {
        display: flex;
        gap: 8px;
        margin-left: auto;
      }
    `,
  ];

  override render() {
    return html`<div role="alert">
      ${warningIcon}
      <p>
        ${this.sentence}
        ${l10n.t('What was read of it stays here, and the reduced picture can still be saved.')}
      </p>
      <span class="ways">
        <vscode-button secondary @click=${() => emit(this, 'tessera-retry', undefined)}
          >${l10n.t('Retry')}</vscode-button
        >
        <vscode-button secondary @click=${() => emit(this, 'tessera-save', { isSaveAs: true })}
          >${l10n.t('Save As…')}</vscode-button
        >
      </span>
    </div>`;
  }
}
