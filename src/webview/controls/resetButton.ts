/** The small button beside a control that was changed. */
import { css, html, type TemplateResult } from 'lit';
import { resetIcon } from '../icons';

/** Keeps its place when it is not shown, so that nothing moves. */
export function resetButton({
  label,
  isShown,
  reset,
}: {
  label: string;
  isShown: boolean;
  reset: () => void;
}): TemplateResult {
  return html`<button class="reset" aria-label=${label} title=${label} ?data-idle=${!isShown} @click=${reset}>
    ${resetIcon}
  </button>`;
}

export const resetStyles = css`
  .reset {
    display: grid;
    flex: none;
    place-items: center;
    width: 20px;
    height: 20px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--vscode-descriptionForeground);
    cursor: pointer;
  }
  .reset .icon {
    width: 14px;
    height: 14px;
  }
  .reset:hover {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
    color: var(--vscode-foreground);
  }
  .reset:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  /* Who pressed it by keyboard stays on it. */
  .reset[data-idle]:not(:focus-visible) {
    visibility: hidden;
  }
`;
