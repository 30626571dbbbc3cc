import { css } from 'lit';

/** A fold with a chevron that turns. */
export const foldStyles = css`
  summary {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-left: -4px;
    border-radius: 4px;
    font-weight: 600;
    line-height: 24px;
    cursor: pointer;
    list-style: none;
  }
  summary:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  summary .icon {
    transition: rotate 0.1s;
  }
  [open] summary .icon {
    rotate: 90deg;
  }
  @media (prefers-reduced-motion: reduce) {
    summary .icon {
      transition: none;
    }
  }
`;
