import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Icons on a 16 px grid, drawn in the text's color. They decorate: the text beside them, or a label, says it. */
function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;
}

export const dividerIcon = icon(
  svg`<path d="M2.5 3.5h11v9h-11z"/><path d="M8 1.5v13"/><path d="M8 3.5h5.5v9H8z" fill="currentColor" fill-opacity=".4"/>`,
);
export const sideBySideIcon = icon(
  svg`<path d="M1.5 3.5h5.5v9H1.5zM9 3.5h5.5v9H9z"/><path d="M9 3.5h5.5v9H9z" fill="currentColor" fill-opacity=".4"/>`,
);
export const checkIcon = icon(svg`<path d="M3 8.5l3.5 3.5L13 4.5"/>`);
export const infoIcon = icon(svg`<circle cx="8" cy="8" r="6"/><path d="M8 7.5v3.5M8 5v.01"/>`);
export const errorIcon = icon(svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.5v4.5M8 11.5v.01"/>`);
export const chevronIcon = icon(svg`<path d="M6 4l4 4-4 4"/>`);
export const undoIcon = icon(
  svg`<path d="M6 3L2.5 6.5 6 10"/><path d="M2.5 6.5H10a3.25 3.25 0 0 1 0 6.5H6"/>`,
);
export const redoIcon = icon(
  svg`<path d="M10 3l3.5 3.5L10 10"/><path d="M13.5 6.5H6a3.25 3.25 0 0 0 0 6.5h4"/>`,
);
export const warningIcon = icon(svg`<path d="M8 2.5l6 11H2z"/><path d="M8 6.5v3.5M8 11.75v.01"/>`);
