import { css } from 'lit';

/**
 * uPlot's style sheet (uplot/dist/uPlot.min.css, MIT), without its legend, title and selection, which are not used; and
 * in VS Code's colors.
 */
const uPlotStyles = css`
  .uplot {
    width: min-content;
    line-height: 1.5;
  }
  .u-wrap {
    position: relative;
    user-select: none;
  }
  .u-over,
  .u-under,
  .u-axis {
    position: absolute;
  }
  .u-under {
    overflow: hidden;
  }
  .uplot canvas {
    position: relative;
    display: block;
    width: 100%;
    height: 100%;
  }
  .u-select {
    display: none;
  }
  .u-cursor-x,
  .u-cursor-pt {
    position: absolute;
    top: 0;
    left: 0;
    pointer-events: none;
    will-change: transform;
  }
  .u-cursor-x {
    height: 100%;
    border-right: 1px solid var(--vscode-focusBorder, var(--vscode-foreground));
  }
  .u-cursor-pt {
    border: 0 solid;
    border-radius: 50%;
    /* uPlot sets the short property by script, which would reset this. */
    background-clip: padding-box !important;
  }
  .u-off {
    display: none;
  }
`;

export const chartStyles = [
  uPlotStyles,
  css`
    :host {
      container-type: inline-size;
    }
    .plot {
      height: var(--height, 200px);
      overflow: hidden;
      border-radius: 4px;
      cursor: crosshair;
    }
    .plot:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
      outline-offset: 2px;
    }
    .readout {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
      margin: 0 0 4px;
      font-variant-numeric: tabular-nums;
      line-height: 20px;
    }
    .readout.x {
      margin: 0;
      font-weight: 600;
    }
    dt {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    dd {
      margin: 0;
      text-align: end;
    }
    .sample {
      flex: none;
      width: 24px;
      height: 8px;
      overflow: visible;
      fill: none;
      stroke: var(--color);
      stroke-width: 2;
    }
    .axis {
      font-size: 11px;
    }
    summary .icon {
      flex: none;
    }
    details {
      margin-top: 4px;
    }
    summary {
      width: max-content;
      padding-right: 4px;
      color: var(--vscode-descriptionForeground);
      font-size: 12px;
      font-weight: normal;
    }
    .rows {
      max-height: 240px;
      overflow: auto;
      border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
      border-radius: 4px;
    }
    .rows:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: 12px;
      font-variant-numeric: tabular-nums;
      line-height: 20px;
    }
    th,
    td {
      padding: 0 8px;
      text-align: end;
      white-space: nowrap;
    }
    th {
      font-weight: normal;
    }
    thead th {
      position: sticky;
      top: 0;
      background: var(--vscode-sideBar-background);
      box-shadow: 0 1px 0 var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
      color: var(--vscode-descriptionForeground);
      white-space: normal;
    }
    tr[aria-current] {
      font-weight: 600;
    }
    tr[aria-current] th {
      font-weight: 600;
    }
  `,
];
