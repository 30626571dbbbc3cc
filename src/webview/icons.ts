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
export const lockIcon = icon(
  svg`<path d="M3.5 7.5h9v6h-9z" fill="currentColor" fill-opacity=".4"/><path d="M5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2"/>`,
);
export const unlockIcon = icon(svg`<path d="M3.5 7.5h9v6h-9z"/><path d="M5.5 7.5v-3a2.5 2.5 0 0 1 4.9-.7"/>`);
export const brushIcon = icon(
  svg`<path d="M13.5 2.5c-3 1-5.5 3.5-6.5 5.5l1.5 1.5c2-1 4.3-3.5 5-7z"/><path d="M6.5 8.500c-2 0-2.5 1.2-2.7 2.4-.2 1-.8 1.6-1.8 1.8 1.5 1 5.5 1.2 6-2.700z" fill="currentColor" fill-opacity=".4"/>`,
);
export const mergeIcon = icon(
  svg`<circle cx="6" cy="8" r="4"/><circle cx="10" cy="8" r="4"/><path d="M8 4.600a4 4 0 0 1 0 6.8 4 4 0 0 1 0-6.800z" fill="currentColor" fill-opacity=".5"/>`,
);
export const trashIcon = icon(
  svg`<path d="M2.5 4.500h11M6 4.500v-2h4v2M4 4.500l.5 9h7l.5-9M6.7 7v4M9.3 7v4"/>`,
);
export const copyIcon = icon(svg`<path d="M5.5 5.500h8v8h-8z"/><path d="M10.5 5.500v-3h-8v8h3"/>`);
export const addIcon = icon(svg`<path d="M8 3v10M3 8h10"/>`);
export const sortIcon = icon(svg`<path d="M4.5 3v10M2.5 11l2 2 2-2M8.5 4.500h5M8.5 8h4M8.5 11.500h2.5"/>`);
export const eyedropperIcon = icon(
  svg`<path d="M9 4l3 3M7.5 5.500l3 3-5.5 5.5-2.5.5.5-2.500z"/><path d="M9.5 4.500l1.8-1.800a1.4 1.4 0 0 1 2 2l-1.8 1.800z" fill="currentColor" fill-opacity=".4"/>`,
);
export const resetIcon = icon(svg`<path d="M3 3v3.500h3.5"/><path d="M3.3 6.300a5 5 0 1 1-.2 3"/>`);
export const diceIcon = icon(
  svg`<rect x="2.5" y="2.5" width="11" height="11" rx="2"/><path d="M5.5 5.500v.01M10.5 5.500v.01M8 8v.01M5.5 10.500v.01M10.5 10.500v.01" stroke-width="1.6"/>`,
);
export const closeIcon = icon(svg`<path d="M4 4l8 8M12 4l-8 8"/>`);
export const undoIcon = icon(
  svg`<path d="M6 3L2.5 6.5 6 10"/><path d="M2.5 6.5H10a3.25 3.25 0 0 1 0 6.5H6"/>`,
);
export const redoIcon = icon(
  svg`<path d="M10 3l3.5 3.5L10 10"/><path d="M13.5 6.5H6a3.25 3.25 0 0 0 0 6.5h4"/>`,
);
export const warningIcon = icon(svg`<path d="M8 2.5l6 11H2z"/><path d="M8 6.5v3.5M8 11.75v.01"/>`);
export const importIcon = icon(svg`<path d="M8 2.5v7M5 6.5l3 3 3-3M2.5 10.500v3h11v-3"/>`);
export const exportIcon = icon(svg`<path d="M8 9.500v-7M5 5.500l3-3 3 3M2.5 10.500v3h11v-3"/>`);
export const playIcon = icon(svg`<path d="M5 3l8 5-8 5z" fill="currentColor"/>`);
export const pauseIcon = icon(svg`<path d="M4.5 3.500h2v9h-2zM9.500 3.500h2v9h-2z" fill="currentColor"/>`);
export const stepBackIcon = icon(
  svg`<path d="M11.5 3.500v9L5.500 8z" fill="currentColor"/><path d="M4 3.500v9"/>`,
);
export const stepForwardIcon = icon(
  svg`<path d="M4.5 3.500v9L10.500 8z" fill="currentColor"/><path d="M12 3.500v9"/>`,
);
export const loopIcon = icon(
  svg`<path d="M3 8.500V7a2.500 2.500 0 0 1 2.500-2.500H13M10.500 2L13 4.500 10.500 7"/><path d="M13 7.500V9a2.500 2.500 0 0 1-2.500 2.500H3M5.500 14L3 11.500 5.500 9"/>`,
);
