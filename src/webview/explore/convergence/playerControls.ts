import * as l10n from '@vscode/l10n';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { formatNumber } from '../../../shared/localization';
import { iconButtonStyles } from '../../controls/iconButton';
import type { Slide } from '../../controls/rangeField';
import '../../controls/rangeField';
import { loopIcon, pauseIcon, playIcon, stepBackIcon, stepForwardIcon } from '../../icons';
import { sharedStyles } from '../../sharedStyles';
import type { PlaybackController } from './playbackController';

/** Rounds a second. */
const SPEEDS = [1, 2, 4, 10, 25];

/** Buttons and a slider for the rounds of a recording. */
@customElement('tessera-player-controls')
export class PlayerControls extends LitElement {
  @property({ attribute: false }) playback!: PlaybackController;
  /** Of the playback, which changes in place. */
  @property({ type: Number }) round = 0;
  @property({ type: Number }) last = 0;
  @property({ type: Boolean }) isPlaying = false;
  @property({ type: Boolean }) isLooping = false;
  @property({ type: Number }) roundMs = 0;

  static override readonly styles = [
    sharedStyles,
    iconButtonStyles,
    css`
      .buttons {
        display: flex;
        gap: 4px;
        align-items: center;
      }
      .play {
        width: 40px;
        background: var(--vscode-button-background);
        color: var(--vscode-button-foreground);
      }
      .play:hover:enabled {
        background: var(--vscode-button-hoverBackground);
      }
      [aria-pressed='true'] {
        background: var(--vscode-inputOption-activeBackground);
        color: var(--vscode-inputOption-activeForeground);
        outline: 1px solid var(--vscode-inputOption-activeBorder, transparent);
      }
      vscode-single-select {
        flex: 0 1 128px;
        min-width: 0;
        margin-left: auto;
      }
      tessera-range-field {
        margin-top: 8px;
      }
    `,
  ];

  override render() {
    const { playback, round, last, isPlaying, isLooping } = this;
    const isIdle = last === 0;
    return html`<div class="buttons" role="group" aria-label=${l10n.t('Playing')}>
        ${button(l10n.t('Round before'), stepBackIcon, round === 0, () => playback.goTo(round - 1))}
        <button
          class="icon-button play"
          aria-label=${isPlaying ? l10n.t('Pause') : l10n.t('Play')}
          title=${isPlaying ? l10n.t('Pause') : l10n.t('Play')}
          ?disabled=${isIdle}
          @click=${() => (isPlaying ? playback.pause() : playback.play())}
        >
          ${isPlaying ? pauseIcon : playIcon}
        </button>
        ${button(l10n.t('Next round'), stepForwardIcon, round === last, () => playback.goTo(round + 1))}
        <button
          class="icon-button"
          aria-label=${l10n.t('Repeat')}
          title=${l10n.t('Repeat')}
          aria-pressed=${isLooping}
          ?disabled=${isIdle}
          @click=${() => playback.setLooping(!isLooping)}
        >
          ${loopIcon}
        </button>
        <vscode-single-select
          .label=${l10n.t('Rounds a second')}
          .options=${SPEEDS.map((speed) => ({ value: String(speed), label: speedLabel(speed) }))}
          .value=${String(Math.round(1000 / this.roundMs))}
          @change=${this.choseSpeed}
        ></vscode-single-select>
      </div>
      <tessera-range-field
        isCount
        .label=${l10n.t('Round')}
        .min=${0}
        .max=${Math.max(1, last)}
        .value=${round}
        ?disabled=${isIdle}
        @slide=${({ detail }: CustomEvent<Slide>) => playback.goTo(detail.value)}
      ></tessera-range-field>`;
  }

  private choseSpeed(event: Event): void {
    // The handler stands on this very element.
    const { value } = event.currentTarget as VscodeSingleSelect;
    this.playback.setRoundMs(1000 / Number(value));
  }
}

function button(label: string, icon: TemplateResult, isDisabled: boolean, act: () => void): TemplateResult {
  return html`<button
    class="icon-button"
    aria-label=${label}
    title=${label}
    ?disabled=${isDisabled}
    @click=${act}
  >
    ${icon}
  </button>`;
}

function speedLabel(speed: number): string {
  return speed === 1 ? l10n.t('1 round/s') : l10n.t('{0} rounds/s', formatNumber(speed));
}
