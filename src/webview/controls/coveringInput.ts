import { css } from 'lit';

/** A native input over what is drawn for it: not seen, but it takes the pointer, focus and keys. */
export const coveringInput = css`
  input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
`;
