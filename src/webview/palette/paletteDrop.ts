import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { importIcon } from '../icons';
import { sharedStyles } from '../sharedStyles';
import { post } from '../vscodeApi';
import { droppedFile, mayHoldFile } from './droppedFile';

/** Where a palette file, dragged over the page, says that it may be dropped. */
@customElement('tessera-palette-drop')
export class PaletteDrop extends LitElement {
  @state() private isOver = false;

  static override readonly styles = [
    sharedStyles,
    css`
      .veil {
        position: fixed;
        inset: 0;
        z-index: 10;
        display: grid;
        place-items: center;
        padding: 16px;
        background: color-mix(in srgb, var(--vscode-editor-background) 75%, transparent);
        pointer-events: none;
      }
      .target {
        display: grid;
        justify-items: center;
        gap: 8px;
        max-width: 320px;
        padding: 24px 32px;
        border: 2px dashed var(--vscode-focusBorder);
        border-radius: 8px;
        background: var(--vscode-editorWidget-background);
        color: var(--vscode-editorWidget-foreground, var(--vscode-foreground));
        text-align: center;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('dragenter', this.dragged);
    window.addEventListener('dragover', this.dragged);
    window.addEventListener('dragleave', this.left);
    window.addEventListener('drop', this.dropped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('dragenter', this.dragged);
    window.removeEventListener('dragover', this.dragged);
    window.removeEventListener('dragleave', this.left);
    window.removeEventListener('drop', this.dropped);
  }

  override render() {
    if (!this.isOver) return nothing;
    return html`<div class="veil">
      <div class="target">
        ${importIcon}
        <h2>${l10n.t('Drop to use its palette')}</h2>
        <p class="muted">${l10n.t('A palette file, or an image whose colors you like')}</p>
      </div>
    </div>`;
  }

  private readonly dragged = (event: DragEvent): void => {
    if (!event.dataTransfer || !mayHoldFile(event.dataTransfer)) return;
    event.preventDefault(); // allows to drop
    event.dataTransfer.dropEffect = 'copy';
    this.isOver = true;
  };

  /** Of the window; leaving one element for another names that one. */
  private readonly left = ({ relatedTarget }: DragEvent): void => {
    if (relatedTarget === null) this.isOver = false;
  };

  private readonly dropped = (event: DragEvent): void => {
    this.isOver = false;
    if (!event.dataTransfer || !mayHoldFile(event.dataTransfer)) return;
    event.preventDefault();
    void droppedFile(event.dataTransfer).then(post);
  };
}
