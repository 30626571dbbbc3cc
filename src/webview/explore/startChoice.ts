import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import type { RunStart } from '../../engine/explore/plainKMeans';
import { INITS } from '../../engine/options';
import { initLabel } from '../controls/optionLabels';
import '../controls/seedField';
import { sharedStyles } from '../sharedStyles';

/** Where k-means is to start, for looking at it only: the reduction keeps its own. Sends the new choice as `start`. */
@customElement('tessera-start-choice')
export class StartChoice extends LitElement {
  @property({ attribute: false }) start!: RunStart;

  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(96px, 1fr) minmax(0, 132px);
        gap: 8px;
        align-items: center;
      }
      vscode-single-select {
        width: 100%;
      }
      .alone {
        grid-column: span 2;
      }
    `,
  ];

  override render() {
    const { init, seed } = this.start;
    const label = l10n.t('Start');
    return html`<span>${label}</span>
      <vscode-single-select
        class=${init === 'split' ? 'alone' : ''}
        .label=${label}
        .options=${INITS.map((value) => ({ value, label: initLabel(value) }))}
        .value=${init}
        @change=${this.choseInit}
      ></vscode-single-select>
      ${
        init === 'split' // draws no lots
          ? nothing
          : html`<tessera-seed-field
              .label=${l10n.t('Seed')}
              .seed=${seed}
              @seed=${({ detail }: CustomEvent<number>) => this.send({ init, seed: detail })}
            ></tessera-seed-field>`
      }`;
  }

  private choseInit(event: Event): void {
    // The handler stands on this very element.
    const { value } = event.currentTarget as VscodeSingleSelect;
    const init = INITS.find((each) => each === value);
    if (init) this.send({ init, seed: this.start.seed });
  }

  private send(start: RunStart): void {
    this.dispatchEvent(new CustomEvent('start', { detail: start }));
  }
}
