import * as l10n from '@vscode/l10n';
import { css, html, nothing, type TemplateResult } from 'lit';
import { chevronIcon } from '../icons';

export interface Source {
  /** Author, title, year. */
  work: string;
  url?: string;
}

/** A folded text on what a view shows, for those who want to know, with where it comes from. */
export function explanation(paragraphs: readonly string[], sources: readonly Source[] = []): TemplateResult {
  return html`<details class="explanation">
    <summary>${chevronIcon}${l10n.t('What this shows')}</summary>
    ${paragraphs.map((text) => html`<p>${text}</p>`)}
    ${
      sources.length === 0
        ? nothing
        : html`<ul>
            ${sources.map(
              ({ work, url }) =>
                html`<li>${url === undefined ? work : html`<a href=${url}>${work}</a>`}</li>`,
            )}
          </ul>`
    }
  </details>`;
}

/** Use with `foldStyles`. */
export const explanationStyles = css`
  .explanation {
    margin-top: 12px;
  }
  .explanation p,
  .explanation li {
    margin-top: 4px;
    line-height: 1.45;
  }
  .explanation ul {
    margin: 4px 0 0;
    padding-left: 16px;
    color: var(--vscode-descriptionForeground);
  }
  .explanation a {
    color: var(--vscode-textLink-foreground);
  }
`;
