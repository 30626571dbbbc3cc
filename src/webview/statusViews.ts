/** What the page shows instead of a picture, or beside it, to say how things stand. */
import * as l10n from '@vscode/l10n';
import { css, html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { errorIcon, infoIcon } from './icons';
import { namedSentence } from './namedSentence';
import { emit } from './pageEvents';

/** A calm sentence in the panel. */
export function noteView(sentence: string): TemplateResult {
  return html`<p class="note">${infoIcon}<span>${sentence}</span></p>`;
}

/** The place of the picture while nothing of it is known but, soon, its name. */
export function openingView(name: string | undefined): TemplateResult {
  return html`<div class="opening" role="status">
    <div class="skeleton"></div>
    <p>${name === undefined ? l10n.t('Opening…') : namedSentence(l10n.t('Opening {0}…'), name)}</p>
  </div>`;
}

/** A small sign over the picture that says what is being waited for. */
export function busyView(sentence: string): TemplateResult {
  return html`<p class="busy" role="status"><span class="spinner"></span>${sentence}</p>`;
}

/** The sentence that says what went wrong, and a way to try again where that can help. */
export function failureView(failure: { sentence: string; canRetry: boolean }): TemplateResult {
  return html`<div class="failure" role="alert">
    <span class="failure-icon">${errorIcon}</span>
    <p>${failure.sentence}</p>
    ${
      failure.canRetry
        ? html`<vscode-button
            @click=${(event: Event) => event.target instanceof Element && emit(event.target, 'tessera-retry', undefined)}
            >${l10n.t('Retry')}</vscode-button
          >`
        : nothing
    }
  </div>`;
}

export const statusStyles = css`
  .note {
    display: flex;
    gap: 8px;
    margin-top: 8px;
    padding: 8px;
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
    border-radius: 4px;
    background: var(--vscode-textBlockQuote-background);
    line-height: 1.4;
  }
  .note .icon {
    margin-top: 1px;
    color: var(--vscode-descriptionForeground);
  }
  .opening,
  .failure {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 16px;
    padding: 24px;
    text-align: center;
  }
  .opening {
    color: var(--vscode-descriptionForeground);
  }
  .opening p,
  .failure p {
    max-width: 48ch;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .skeleton {
    width: min(100%, 360px);
    aspect-ratio: 3 / 2;
    max-height: calc(100% - 40px);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 4px;
    background: color-mix(in srgb, var(--vscode-foreground) 10%, transparent);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .failure-icon {
    color: var(--vscode-errorForeground);
  }
  .failure-icon .icon {
    width: 32px;
    height: 32px;
  }
  .busy {
    position: absolute;
    top: 16px;
    left: 50%;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 12px 4px 8px;
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
    border-radius: 12px;
    background: var(--vscode-editorWidget-background);
    color: var(--vscode-editorWidget-foreground);
    line-height: 16px;
    white-space: nowrap;
    transform: translateX(-50%);
    pointer-events: none;
    /* What is ready at once should not flash. */
    animation: appear 0.2s 0.25s both;
  }
  .spinner {
    width: 12px;
    height: 12px;
    border: 2px solid color-mix(in srgb, currentColor 25%, transparent);
    border-top-color: var(--tessera-accent);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton,
    .spinner {
      animation: none;
    }
  }
`;
