import { css } from 'lit';

export const segmentsStyles = css`
  .sum {
    position: sticky;
    top: -12px; /* the padding of the panel */
    z-index: 1;
    margin: 0 -16px;
    padding: 4px 16px 8px;
    background: var(--vscode-sideBar-background);
  }
  .sum h2 {
    font-size: 15px;
    line-height: 24px;
  }
  .sum p {
    line-height: 18px;
  }
  .bar {
    display: flex;
    height: 12px;
    margin-bottom: 8px;
    overflow: hidden;
    border-radius: 2px;
    outline: 1px solid var(--vscode-contrastBorder, transparent);
  }
  .bar.few {
    gap: 1px;
  }
  .bar span {
    flex: var(--share) 0 0;
    min-width: 0;
    background:
      linear-gradient(var(--color), var(--color)),
      repeating-conic-gradient(#c4c4c4 0 25%, #f0f0f0 0 50%) 0 0 / 8px 8px;
  }
  .bar.selecting span:not(.selected) {
    opacity: 0.2;
  }
  .exports {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
    margin: 8px 0 12px;
  }
  .exports vscode-button {
    width: 100%;
  }
  /* Narrow, the whole page scrolls: under the picture, where that stays in sight. */
  @media (width < 680px) {
    .sum {
      position: static;
    }
  }
  @media (width < 680px) and (height >= 560px) {
    .sum {
      position: sticky;
      top: clamp(200px, 42vh, 420px);
      z-index: 0;
    }
  }
`;
