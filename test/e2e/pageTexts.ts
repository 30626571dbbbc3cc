/** Everything a page says: what stands in it, what is shown on pointing, and what is only heard. */
import type { FrameLocator } from 'playwright-core';

/** Without style sheets, and without what stands below elements that match `skipped`. */
export function pageTexts(frame: FrameLocator, skipped: string): Promise<string[]> {
  return frame.locator('body').evaluate((body, selector) => {
    const texts = new Set<string>();
    const say = (text: string | null) => {
      if (text?.trim()) texts.add(text.replaceAll(/\s+/g, ' ').trim());
    };
    const read = (node: Node): void => {
      if (node instanceof Text) say(node.data);
      if (node instanceof Element) {
        if (node.matches(`style, script, ${selector}`)) return;
        for (const name of ['title', 'aria-label', 'aria-valuetext', 'placeholder'])
          say(node.getAttribute(name));
        if (node.shadowRoot) read(node.shadowRoot);
      }
      node.childNodes.forEach(read);
    };
    read(body);
    return [...texts];
  }, skipped);
}
