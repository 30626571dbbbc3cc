import { css } from 'lit';

/** Lengths come as CSS variables in CSS pixels: of each pane, of the painted part in it, of what the picture covers. */
export const comparePanesStyles = css`
  :host {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .stage {
    min-height: 0;
    overflow: hidden;
  }
  .panes {
    display: grid;
    grid-template-columns: repeat(var(--columns), calc(var(--pane-width) * 1px));
    gap: 0 16px;
    justify-content: center;
  }
  figure {
    position: relative;
    height: calc(var(--pane-height) * 1px + 24px);
    margin: 0;
  }
  .pane {
    position: relative;
    height: calc(var(--pane-height) * 1px);
    overflow: hidden;
    outline: none;
    touch-action: none;
  }
  .zoomed .pane {
    cursor: grab;
  }
  .zoomed .pane:active {
    cursor: grabbing;
  }
  .four-up .pane {
    cursor: pointer;
  }
  .picking .pane {
    cursor: crosshair;
  }
  .pane:focus-visible::after {
    position: absolute;
    inset: 0;
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
    content: '';
    pointer-events: none;
  }
  .layer {
    position: absolute;
    inset: 0;
  }
  canvas {
    position: absolute;
    top: calc(var(--box-y) * 1px);
    left: calc(var(--box-x) * 1px);
    width: calc(var(--box-width) * 1px);
    height: calc(var(--box-height) * 1px);
  }
  .pixelated canvas {
    image-rendering: pixelated;
  }
  .divided .over {
    clip-path: inset(0 0 0 calc(var(--split) * 1px));
  }
  .held .over,
  .waiting .needs-reduced {
    visibility: hidden;
  }
  /* Nothing is painted there yet; a checkerboard would say that the picture is transparent. */
  .awaited canvas {
    background: color-mix(in srgb, var(--vscode-foreground) 6%, transparent);
  }
  canvas.black {
    background: #000;
  }
  canvas.white {
    background: #fff;
  }
  canvas.theme {
    background: var(--vscode-editor-background);
  }
  .crosshair {
    position: absolute;
    top: calc(var(--cursor-y) * 1px);
    left: calc(var(--cursor-x) * 1px);
    width: calc(var(--cursor-size) * 1px);
    height: calc(var(--cursor-size) * 1px);
    border: 1px solid #000;
    outline: 1px solid #fff;
    box-shadow: inset 0 0 0 1px #fff;
    transform: translate(-50%, -50%);
    pointer-events: none;
  }
  tessera-divider {
    position: absolute;
    top: calc(var(--covered-y) * 1px);
    left: calc(var(--covered-x) * 1px);
    width: calc(var(--covered-width) * 1px);
    height: calc(var(--covered-height) * 1px);
  }
  .picking tessera-divider {
    pointer-events: none;
  }
  /* Right under the picture, and as wide; never narrower than what it says. */
  figcaption {
    position: absolute;
    top: calc((var(--covered-y) + var(--covered-height)) * 1px);
    left: 50%;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    width: max(calc(var(--covered-width) * 1px), min(var(--least-caption), 100%));
    height: 24px;
    color: var(--vscode-descriptionForeground);
    font-variant-numeric: tabular-nums;
    line-height: 24px;
    white-space: nowrap;
    transform: translateX(-50%);
    --least-caption: 208px;
  }
  figcaption > span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .legend {
    display: flex;
    flex: none;
    align-items: center;
    gap: 6px;
  }
  .ramp {
    width: 120px;
    height: 8px;
    border: 1px solid color-mix(in srgb, var(--vscode-foreground) 30%, transparent);
    border-radius: 2px;
    background: linear-gradient(to right, var(--ramp));
  }
  .difference figcaption {
    --least-caption: 300px;
  }
  .take {
    width: 100%;
    height: 22px;
    padding: 0 6px;
    overflow: hidden;
    border: 1px solid transparent;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
    line-height: 20px;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .take b {
    color: var(--vscode-foreground);
    font-weight: 600;
  }
  .take:hover {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .take[aria-pressed='true'] {
    border-color: var(--vscode-inputOption-activeBorder, var(--vscode-contrastBorder, transparent));
    background: var(--vscode-inputOption-activeBackground);
    color: var(--vscode-inputOption-activeForeground);
  }
  .take[aria-pressed='true'] b {
    color: inherit;
  }
  @media (width < 680px) {
    .take {
      padding: 0 2px;
      font-size: 11px;
    }
  }
`;
