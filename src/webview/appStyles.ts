import { css } from 'lit';

/** Where things stand: picture left and panel right, or under each other where there is little room. */
export const appStyles = css`
  :host {
    height: 100vh;
  }
  main {
    display: grid;
    grid-template:
      'header panel' auto
      'banner panel' auto
      'stage panel' minmax(0, 1fr) / minmax(0, 1fr) 300px;
    height: 100%;
  }
  header {
    grid-area: header;
    display: flex;
    align-items: center;
    gap: 4px 12px;
    min-height: 40px;
    padding: 8px 16px;
  }
  h1 {
    min-width: 0;
    margin: 0;
    overflow: hidden;
    font-size: 13px;
    font-weight: 600;
    line-height: 24px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .facts {
    flex: none;
    margin-right: auto;
    line-height: 24px;
    white-space: nowrap;
  }
  tessera-gone-banner {
    grid-area: banner;
    flex: none;
    margin: 0 16px 8px;
  }
  .stage {
    position: relative;
    grid-area: stage;
    min-height: 0;
  }
  tessera-compare-panes {
    position: absolute;
    inset: 4px 16px 8px;
  }
  aside {
    display: flex;
    flex-direction: column;
    grid-area: panel;
    min-height: 0;
    border-left: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, transparent));
    background: var(--vscode-sideBar-background);
    color: var(--vscode-sideBar-foreground, var(--vscode-foreground));
  }
  main.explore {
    grid-template-columns: minmax(0, 1fr) 400px;
  }
  /* There is nothing to reduce, so there is no panel. */
  main.alone {
    grid-template-columns: minmax(0, 1fr) 0;
  }
  aside > tessera-tabs {
    flex: none;
    padding: 4px 16px 0;
    border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, transparent));
  }
  .sections {
    flex: 1;
    min-height: 0;
    padding: 0 16px;
    overflow: auto;
  }
  .sections section {
    padding: 12px 0;
  }
  .sections section + section {
    border-top: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, transparent));
  }
  footer {
    padding: 12px 16px;
    border-top: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, transparent));
    background: var(--vscode-sideBar-background);
  }
  /* For screen readers only. */
  .spoken {
    position: absolute;
    top: 0; /* under the rest it would make the page a pixel too high, and scroll */
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .sections.explore {
    padding: 12px 16px;
  }
  @media (width < 1100px) {
    main.explore {
      grid-template-columns: minmax(0, 1fr) 340px;
    }
  }
  @media (width < 860px) {
    main.explore {
      grid-template-columns: minmax(0, 1fr) 300px;
    }
  }
  @media (width < 680px) {
    main {
      display: flex;
      flex-direction: column;
      overflow: auto;
    }
    header {
      flex: none; /* its second line is not to be squeezed under the picture */
      flex-wrap: wrap;
    }
    .stage {
      flex: none;
      height: clamp(200px, 42vh, 420px);
      border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, transparent));
      background: var(--vscode-editor-background);
    }
    .alone .stage {
      flex: 1;
      border-bottom: 0;
    }
    aside {
      flex: 1 0 auto;
      border-left: 0;
    }
    .sections {
      overflow: visible;
    }
    footer {
      position: sticky;
      bottom: 0;
    }
  }
  /* Where there is height for both, the picture stays in sight while its colors are edited below it. */
  @media (width < 680px) and (height >= 560px) {
    main {
      scroll-padding: calc(clamp(200px, 42vh, 420px) + 8px) 0 64px;
    }
    .stage {
      position: sticky;
      top: 0;
      z-index: 1;
    }
  }
  @media (width < 520px) {
    header {
      display: grid;
      grid-template-columns: minmax(72px, 1fr) minmax(0, max-content);
    }
    .facts {
      margin: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    tessera-view-switch {
      grid-row: 2;
    }
    tessera-history-buttons {
      grid-column: 2;
      grid-row: 2;
      justify-self: end;
    }
  }
`;
