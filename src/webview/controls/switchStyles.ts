import { css } from 'lit';
import { coveringInput } from './coveringInput';

/** Native radio buttons in labels, in a fieldset, that look like one switch. */
export const switchStyles = css`
  fieldset {
    display: flex;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label {
    position: relative;
    border: 1px solid transparent;
    border-radius: 4px;
    cursor: pointer;
  }
  label:hover {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  label:has(:checked) {
    border-color: var(--vscode-inputOption-activeBorder, var(--vscode-contrastBorder, transparent));
    background: var(--vscode-inputOption-activeBackground);
    color: var(--vscode-inputOption-activeForeground);
  }
  label:has(:focus-visible) {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  ${coveringInput}
`;
