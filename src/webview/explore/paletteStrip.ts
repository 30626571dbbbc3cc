import { css, html, type TemplateResult } from 'lit';
import { colorHex } from '../colorText';
import { cssVariables } from '../cssVariables';

/** A palette in one line, each color as wide as the others. `label`: what assistive technology says. Use with `checkerboard`. */
export function paletteStrip(palette: Uint8Array, label: string): TemplateResult {
  const colors = palette.length / 4;
  const stops = Array.from({ length: colors }, (_, color) => {
    return `${colorHex(palette, color)} ${(100 * color) / colors}% ${(100 * (color + 1)) / colors}%`;
  });
  return html`<div class="strip checkerboard" role="img" aria-label=${label}>
    <div ${cssVariables({ '--colors': stops.join(', ') })}></div>
  </div>`;
}

export const paletteStripStyles = css`
  .strip {
    height: 24px;
    overflow: hidden;
    border-radius: 4px;
    outline: 1px solid color-mix(in srgb, var(--vscode-foreground) 20%, transparent);
    outline-offset: -1px;
  }
  .strip div {
    height: 100%;
    background: linear-gradient(to right, var(--colors));
  }
`;
