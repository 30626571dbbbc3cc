import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { exportIcon, importIcon } from '../icons';
import { emit } from '../pageEvents';
import { sharedStyles } from '../sharedStyles';
import { swatchStyles } from './swatchStyles';

/** The ways of a palette into the picture and out of it. What is asked there, VS Code asks. */
@customElement('tessera-palette-files')
export class PaletteFiles extends LitElement {
  static override readonly styles = [
    sharedStyles,
    swatchStyles,
    css`
      :host {
        display: flex;
      }
    `,
  ];

  override render() {
    return html`<button
        class="tool"
        aria-label=${l10n.t('Use palette from a file')}
        title=${l10n.t('Use the palette of a file (or drop one here)')}
        @click=${() => emit(this, 'tessera-use-palette', undefined)}
      >
        ${importIcon}</button
      ><button
        class="tool"
        aria-label=${l10n.t('Export palette')}
        title=${l10n.t('Export the palette: code, design tools, pictures')}
        @click=${() => emit(this, 'tessera-export-palette', undefined)}
      >
        ${exportIcon}
      </button>`;
  }
}
