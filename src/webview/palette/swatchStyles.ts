import { css } from 'lit';

/** A color with a board of grays behind it, for what is transparent. Set `--color`. */
export const swatchStyles = css`
  .swatch {
    border: 1px solid color-mix(in srgb, var(--vscode-foreground) 30%, transparent);
    background:
      linear-gradient(var(--color), var(--color)),
      repeating-conic-gradient(#c4c4c4 0 25%, #f0f0f0 0 50%) 0 0 / 8px 8px;
  }
  .hex {
    overflow: hidden;
    text-overflow: ellipsis;
    font-family: var(--vscode-editor-font-family, monospace);
  }
  .tool {
    display: grid;
    flex: none;
    place-items: center;
    width: 24px;
    height: 24px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--vscode-icon-foreground, inherit);
    font: inherit;
    cursor: pointer;
  }
  .tool:hover:not([aria-disabled='true']) {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .tool[aria-pressed='true'] {
    background: var(--vscode-inputOption-activeBackground);
    color: var(--vscode-inputOption-activeForeground);
    outline: 1px solid var(--vscode-inputOption-activeBorder, transparent);
    outline-offset: -1px;
  }
  .tool:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .tool[aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
`;

/** The list of few colors and the grids of many. */
export const swatchListStyles = css`
  [role='option'] {
    cursor: pointer;
    outline-offset: -1px;
  }
  .list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(124px, 1fr));
    gap: 2px 4px;
    margin: 0 -4px;
  }
  .list [role='option'] {
    display: grid;
    position: relative;
    grid-template-columns: 26px minmax(0, 1fr);
    gap: 0 6px;
    align-items: center;
    height: 36px;
    padding: 0 4px;
    border-radius: 4px;
  }
  .list [role='option']:hover {
    background: var(--vscode-list-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
  }
  .list [role='option'][aria-selected='true'] {
    background: var(--vscode-list-inactiveSelectionBackground);
    outline: 1px solid var(--vscode-contrastActiveBorder, var(--vscode-focusBorder));
  }
  .list [role='option']:focus-visible {
    outline: 2px solid var(--vscode-focusBorder);
  }
  .list .swatch {
    display: grid;
    place-items: center;
    width: 26px;
    height: 26px;
    border-radius: 4px;
    color: var(--mark);
  }
  .list .swatch .icon {
    width: 14px;
    height: 14px;
  }
  /* In the markup the name comes second, as it is spoken. */
  .text {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 2px;
    align-items: baseline;
    font-size: 12px;
    line-height: 16px;
  }
  .share,
  .name {
    color: var(--vscode-descriptionForeground);
    font-size: 11px;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  .share {
    grid-row: 1;
    grid-column: 2;
  }
  .name {
    grid-row: 2;
    grid-column: 1 / 3;
    overflow: hidden;
    line-height: 14px;
    text-overflow: ellipsis;
  }
  /* Eight digits where a color is not opaque: the same two columns, closer. */
  .list.translucent .text > .hex {
    font-size: 10.5px;
  }
  .list.translucent .share {
    font-size: 10px;
  }
  .list [role='option'][aria-selected='true'] :is(.share, .name) {
    color: var(--vscode-list-inactiveSelectionForeground, var(--vscode-foreground));
  }
  /* In place of the share, which the line under the list tells too. */
  .quick {
    position: absolute;
    top: 8px;
    right: 2px;
    display: none;
    border-radius: 4px;
    background: var(--vscode-editorHoverWidget-background, var(--vscode-sideBar-background));
  }
  .list [role='option']:hover .quick {
    display: flex;
  }
  .list [role='option']:hover .share {
    visibility: hidden;
  }
  .quick .tool {
    width: 20px;
    height: 20px;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(24px, 1fr));
    gap: 2px;
    /* Room for the rings around the swatches at the edges. */
    margin: 0 -2px;
    padding: 2px;
  }
  .grid.dense {
    grid-template-columns: repeat(auto-fill, minmax(15px, 1fr));
    gap: 1px;
  }
  .grid.tiny {
    grid-template-columns: repeat(auto-fill, minmax(10px, 1fr));
    gap: 1px;
    max-height: 264px;
    overflow: auto;
  }
  .grid [role='option'] {
    position: relative;
    aspect-ratio: 1;
    border-radius: 2px;
  }
  .grid.dense [role='option'],
  .grid.tiny [role='option'] {
    border: 0;
    border-radius: 0;
  }
  .grid [role='option']:hover,
  .grid [role='option'][aria-selected='true'] {
    z-index: 1;
    outline: 2px solid var(--vscode-contrastActiveBorder, var(--vscode-focusBorder));
    outline-offset: 0;
  }
  .grid [role='option']:focus-visible {
    z-index: 2;
    outline: 2px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .grid .locked::after {
    position: absolute;
    top: 50%;
    left: 50%;
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--mark);
    translate: -50% -50%;
    content: '';
  }
  .grid.dense .locked::after,
  .grid.tiny .locked::after {
    width: 4px;
    height: 4px;
  }
`;
