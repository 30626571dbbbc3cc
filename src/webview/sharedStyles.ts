import { css } from 'lit';

/** What every component of the page starts from. Distances stand on a grid of 4 px. */
export const sharedStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  h2 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
    line-height: 20px;
  }
  p {
    margin: 0;
  }
  .icon {
    display: block;
    flex: none;
  }
  .muted {
    color: var(--vscode-descriptionForeground);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
`;

/** The pattern behind what is transparent. Its grays hold in every theme, as in image editors. */
export const checkerboard = css`
  .checkerboard {
    background: repeating-conic-gradient(#c4c4c4 0 25%, #f0f0f0 0 50%) 0 0 / 16px 16px;
  }
`;
