import { css } from 'lit';

export const convergenceStyles = css`
  h2 {
    margin: 12px 0 8px;
    font-variant-numeric: tabular-nums;
  }
  .strip {
    margin: 12px 0 8px;
  }
  .figures {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 12px;
    margin: 0 0 12px;
    line-height: 20px;
  }
  dt {
    color: var(--vscode-descriptionForeground);
  }
  dd {
    margin: 0;
    text-align: end;
  }
  .status {
    margin-top: 8px;
  }
`;
