/** VS Code's colors for what is drawn on a canvas, where `var(…)` means nothing. */

/** The value of a CSS variable as it stands at an element, such as `#1a85ff`. */
export function cssVariable(at: Element, name: string, fallback: string): string {
  return getComputedStyle(at).getPropertyValue(name).trim() || fallback;
}

/** Calls back when VS Code has changed the theme; returns what ends that. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  // The class tells dark from light, the id one theme from another, the root's style holds the variables.
  observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributeFilter: ['style'] });
  return () => observer.disconnect();
}

export interface InkColors {
  foreground: string;
  muted: string;
  background: string;
  /** Lines behind the data. */
  grid: string;
  font: string;
}

/** The colors of lines and words around the data; the background is the one of the panel that the chart stands in. */
export function inkColors(at: Element): InkColors {
  const foreground = cssVariable(at, '--vscode-foreground', '#888888');
  const style = getComputedStyle(at);
  return {
    foreground,
    muted: cssVariable(at, '--vscode-descriptionForeground', foreground),
    background: cssVariable(at, '--vscode-sideBar-background', 'transparent'),
    grid: `color-mix(in srgb, ${foreground} 16%, transparent)`,
    font: `11px ${style.fontFamily}`,
  };
}

/** What a CSS color looks like over another one, 0–1 each; black where the browser does not know it. */
export function rgbOf(color: string, over = '#000000'): [r: number, g: number, b: number] {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [0, 0, 0];
  for (const each of [over, color]) {
    context.fillStyle = each;
    context.fillRect(0, 0, 1, 1);
  }
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r / 255, g / 255, b / 255];
}
