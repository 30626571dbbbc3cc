import { css } from 'lit';
import { coveringInput } from './coveringInput';

/** A slider as it is drawn: a track `--track` high with a thumb of `--thumb`, under a native range input. */
export const trackStyles = css`
  .track {
    position: relative;
    height: var(--track);
    --at: calc(var(--thumb) / 2 + var(--fraction) * (100% - var(--thumb)));
  }
  .rail,
  .fill {
    position: absolute;
    top: calc(var(--track) / 2 - 2px);
    left: 0;
    height: 4px;
    border-radius: 2px;
  }
  .rail {
    right: 0;
    background: color-mix(in srgb, var(--vscode-foreground) 20%, transparent);
    outline: 1px solid var(--vscode-contrastBorder, transparent);
  }
  .fill {
    width: var(--at);
    background: var(--tessera-accent);
  }
  .thumb {
    position: absolute;
    top: calc((var(--track) - var(--thumb)) / 2);
    left: calc(var(--at) - var(--thumb) / 2);
    width: var(--thumb);
    height: var(--thumb);
    border-radius: 50%;
    background: var(--tessera-accent);
    /* Drawn over the input, which is what takes hold of the pointer. */
    pointer-events: none;
  }
  ${coveringInput}
  input:disabled {
    cursor: default;
  }
  input:focus-visible + .thumb {
    outline: 2px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
`;
