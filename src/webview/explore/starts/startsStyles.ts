import { css } from 'lit';

export const startsStyles = css`
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  vscode-single-select {
    flex: 1 1 96px;
    width: auto;
    min-width: 0;
  }
  .choice vscode-button {
    flex: none;
  }
  vscode-button .icon {
    margin-right: 4px;
  }
  ul {
    margin: 8px 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 8px 0 12px;
  }
  li + li {
    border-top: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, transparent));
  }
  .line {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 24px;
  }
  .badge {
    padding: 0 6px;
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 8px;
    background: var(--vscode-badge-background);
    color: var(--vscode-badge-foreground);
    font-size: 11px;
    line-height: 16px;
  }
  .icon-button,
  .rounds {
    margin-left: auto;
  }
  .icon-button {
    height: 24px;
  }
  .icon-button + .take {
    margin-left: -4px;
  }
  .take {
    display: flex;
    gap: 4px;
    align-items: center;
    height: 24px;
    padding: 0 10px;
    border: 0;
    border-radius: 4px;
    background: var(--vscode-button-secondaryBackground);
    color: var(--vscode-button-secondaryForeground);
    outline: 1px solid var(--vscode-contrastBorder, transparent);
    font: inherit;
    cursor: pointer;
  }
  .take:hover {
    background: var(--vscode-button-secondaryHoverBackground);
  }
  .take[aria-pressed='true'] {
    background: var(--vscode-inputOption-activeBackground);
    color: var(--vscode-inputOption-activeForeground);
    outline-color: var(--vscode-inputOption-activeBorder, transparent);
    cursor: default;
  }
  .take:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .strip {
    height: 16px;
    margin: 4px 0;
  }
  .bar {
    height: 4px;
    overflow: hidden;
    border-radius: 2px;
    background: color-mix(in srgb, var(--vscode-foreground) 20%, transparent);
    outline: 1px solid var(--vscode-contrastBorder, transparent);
  }
  .bar div {
    width: calc(var(--fraction) * 100%);
    height: 100%;
    background: var(--tessera-accent);
  }
`;
