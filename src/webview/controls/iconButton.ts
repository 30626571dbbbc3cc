import { css } from 'lit';

/** A square button with an icon only, as high as the fields beside it. */
export const iconButtonStyles = css`
  .icon-button {
    display: grid;
    flex: none;
    place-items: center;
    width: 26px;
    height: 26px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: var(--vscode-button-secondaryBackground);
    color: var(--vscode-button-secondaryForeground);
    outline: 1px solid var(--vscode-contrastBorder, transparent);
    cursor: pointer;
  }
  .icon-button:hover:enabled {
    background: var(--vscode-button-secondaryHoverBackground);
  }
  .icon-button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .icon-button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
`;
