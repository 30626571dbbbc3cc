import { css } from 'lit';

export const segmentTableStyles = css`
  .choose {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    margin-bottom: 4px;
  }
  .choose button,
  th button {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .choose span {
    line-height: 22px;
  }
  .choose button {
    color: var(--vscode-textLink-foreground);
    line-height: 22px;
  }
  .choose button:hover {
    text-decoration: underline;
  }
  .choose button:disabled {
    color: var(--vscode-disabledForeground);
    text-decoration: none;
    cursor: default;
  }
  table {
    width: calc(100% + 16px);
    margin: 0 -8px;
    border-collapse: collapse;
    table-layout: fixed;
    line-height: 18px;
  }
  thead th {
    width: 56px;
    padding: 4px 0;
    color: var(--vscode-descriptionForeground);
    font-size: 11px;
    font-weight: 400;
    text-align: right;
    white-space: nowrap;
  }
  thead th:nth-child(2) {
    width: 72px;
  }
  thead th:last-child {
    width: 60px;
  }
  thead th:first-child {
    width: auto;
    padding-left: 8px;
    text-align: left;
  }
  thead th:last-child,
  tbody td:last-child {
    padding-right: 8px;
  }
  thead button:hover,
  .sorted {
    color: var(--vscode-foreground);
  }
  .direction {
    display: inline-block;
    width: 1em;
    text-align: center;
  }
  tbody tr {
    border-top: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, transparent));
    cursor: pointer;
  }
  tbody tr:hover {
    background: var(--vscode-list-hoverBackground);
  }
  tbody tr.selected {
    background: var(--vscode-list-inactiveSelectionBackground);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  tbody th,
  tbody td {
    padding: 4px 0;
    text-align: right;
    white-space: nowrap;
    vertical-align: middle;
  }
  tbody th {
    padding-left: 8px;
    font-weight: 400;
  }
  tbody td {
    padding-left: 8px;
  }
  small {
    display: block;
    color: var(--vscode-descriptionForeground);
    font-size: 11px;
    line-height: 14px;
  }
  tr.selected small {
    color: inherit; /* the muted color is too faint on the selection */
  }
  .name {
    display: grid;
    grid-template-columns: 14px 20px minmax(0, 1fr);
    gap: 8px;
    align-items: center;
    cursor: pointer;
  }
  .name input {
    width: 14px;
    height: 14px;
    margin: 0;
    accent-color: var(--tessera-accent);
    cursor: pointer;
  }
  .name input:focus-visible {
    outline: 2px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .name .swatch {
    width: 20px;
    height: 20px;
    border-radius: 4px;
  }
  .name span {
    overflow: hidden;
    text-align: left;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name small {
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;
