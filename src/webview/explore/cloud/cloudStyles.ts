import { css } from 'lit';

/** Of the cloud and of its projection. */
export const cloudStyles = css`
  .view {
    position: relative;
    height: min(100cqw, 360px);
    overflow: hidden;
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
    border-radius: 4px;
    background: var(--vscode-editor-background);
  }
  .view:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  :host {
    container-type: inline-size;
  }
  canvas {
    display: block;
    width: 100%;
    height: 100%;
  }
  .axis {
    position: absolute;
    top: 0;
    left: 0;
    padding: 0 4px;
    color: var(--vscode-foreground);
    font-size: 11px;
    line-height: 16px;
    translate: calc(var(--x) - 50%) calc(var(--y) - 50%);
    pointer-events: none;
  }
`;
