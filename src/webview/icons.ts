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
export const originalIcon = icon(
  svg`<path d="M2.5 3.5h11v9h-11z"/><path d="M2.5 11l3.5-4 3 3 1.5-1.5 3 3"/><circle cx="10.5" cy="6" r=".75"/>`,
);
export const reducedIcon = icon(
  svg`<path d="M2.5 3.5h11v9h-11zM8 3.5v9M2.5 8h11"/><path d="M8 3.5h5.5V8H8zM2.5 8H8v4.5H2.5z" fill="currentColor" fill-opacity=".4"/>`,
);
export const differenceIcon = icon(svg`<path d="M2.5 3.5h11v9h-11z"/><path d="M8 5v4M6 7h4M6 10.75h4"/>`);
export const fourUpIcon = icon(
  svg`<path d="M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z"/>`,
);
export const holdIcon = icon(
  svg`<path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="2"/>`,
);
export const zoomInIcon = icon(svg`<path d="M8 3.5v9M3.5 8h9"/>`);
export const zoomOutIcon = icon(svg`<path d="M3.5 8h9"/>`);
export const fitIcon = icon(svg`<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10"/>`);
