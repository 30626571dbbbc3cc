import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { switchStyles } from '../controls/switchStyles';
import { emit } from '../pageEvents';
import { sharedStyles } from '../sharedStyles';
import type { ViewMode } from '../viewMemory';
import { differenceIcon, dividerIcon, fourUpIcon, originalIcon, reducedIcon, sideBySideIcon } from '../icons';

interface View {
  mode: ViewMode;
  label: string;
  hint: string;
  icon: unknown;
}

function views(): View[] {
  return [
    {
      mode: 'divider',
      label: l10n.t('Divider'),
      hint: l10n.t('Original and reduced picture under a divider to drag'),
      icon: dividerIcon,
    },
    {
      mode: 'sideBySide',
      label: l10n.t('Side by side'),
      hint: l10n.t('Both pictures beside each other'),
      icon: sideBySideIcon,
    },
    {
      mode: 'original',
      label: l10n.t('Original'),
      hint: l10n.t('Hold C to see the reduced picture'),
      icon: originalIcon,
    },
    {
      mode: 'reduced',
      label: l10n.t('Reduced'),
      hint: l10n.t('Hold C to see the original'),
      icon: reducedIcon,
    },
    {
      mode: 'difference',
      label: l10n.t('Difference'),
      hint: l10n.t('How far each pixel is from the original'),
      icon: differenceIcon,
    },
    {
      mode: 'fourUp',
      label: l10n.t('Four numbers of colors'),
      hint: l10n.t('Click one to take it'),
      icon: fourUpIcon,
    },
  ];
}

/** Chooses how original and reduced picture are compared. Native radio buttons that look like a switch. */
@customElement('tessera-view-switch')
export class ViewSwitch extends LitElement {
  @property() view: ViewMode = 'divider';

  static override readonly styles = [
    sharedStyles,
    switchStyles,
    css`
      fieldset {
        gap: 2px;
      }
      label {
        display: grid;
        place-items: center;
        width: 28px;
        height: 24px;
      }
    `,
  ];

  override render() {
    return html`<fieldset aria-label=${l10n.t('Compare')}>
      ${views().map(
        ({ mode, label, hint, icon }) =>
          html`<label title=${l10n.t('{0}. {1}', label, hint)}>
            <input
              type="radio"
              name="view"
              aria-label=${label}
              .checked=${this.view === mode}
              @change=${() => emit(this, 'tessera-view', mode)}
            />${icon}
          </label>`,
      )}
    </fieldset>`;
  }
}
