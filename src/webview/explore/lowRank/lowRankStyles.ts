import { css } from 'lit';

export const lowRankStyles = css`
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-bottom: 4px;
  }
  vscode-textfield {
    width: 76px;
  }
  .progress {
    margin: 8px 0;
  }
  .track {
    height: 2px;
  }
  .running .track {
    background: color-mix(in srgb, var(--vscode-foreground) 20%, transparent);
  }
  .track div {
    width: calc(var(--done) * 100%);
    height: 100%;
    background: var(--vscode-progressBar-background, var(--tessera-accent));
  }
  .line {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    min-height: 26px;
    margin-top: 8px;
    line-height: 18px;
  }
  .line vscode-button {
    flex: none;
  }
  .line vscode-button[disabled] {
    visibility: hidden;
  }
  .compare {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    margin: 12px 0 8px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    line-height: 20px;
  }
  th,
  td {
    padding: 4px 0 4px 8px;
    text-align: right;
    vertical-align: top;
  }
  thead th {
    font-weight: 600;
  }
  th[scope='row'] {
    padding-left: 0;
    color: var(--vscode-descriptionForeground);
    font-weight: 400;
    text-align: left;
  }
  tbody tr {
    border-top: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, transparent));
  }
  .better {
    font-weight: 600;
  }
  small {
    display: block;
    color: var(--vscode-descriptionForeground);
    font-size: 11px;
    font-weight: 400;
    line-height: 16px;
  }
  .save {
    margin-top: 12px;
  }
`;
