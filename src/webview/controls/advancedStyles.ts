import { css } from 'lit';

export const advancedStyles = css`
  .changed {
    padding-left: 4px;
    font-weight: normal;
  }
  /* In the line of the summary, which may hold no button of its own. */
  .reset-all {
    position: absolute;
    top: 2px;
    right: 0;
    padding: 0 4px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--vscode-textLink-foreground);
    font: inherit;
    line-height: 20px;
    cursor: pointer;
  }
  .reset-all:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }
  h3 {
    margin: 8px 0 4px;
    color: var(--vscode-descriptionForeground);
    font-size: 11px;
    font-weight: 600;
    line-height: 16px;
  }
  .fields {
    display: grid;
    grid-template-columns: 108px minmax(0, 1fr) 20px;
    gap: 6px 4px;
    align-items: center;
    margin-right: -12px;
  }
  vscode-single-select {
    width: 100%;
  }
`;
