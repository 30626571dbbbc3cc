import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/**
 * Sets CSS custom properties of an element: `<div ${cssVariables({ '--share': '0.5' })}>`. The page's policy forbids style
 * attributes; properties set through the object model are allowed.
 */
class CssVariables extends Directive {
  private written: Record<string, string> = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) {
      throw new Error('cssVariables stands on an element, not in an attribute.');
    }
  }

  override render(_variables: Record<string, string>): unknown {
    return noChange;
  }

  override update(part: ElementPart, [variables]: [Record<string, string>]): unknown {
    const { element } = part;
    if (element instanceof HTMLElement) {
      for (const [name, value] of Object.entries(variables)) {
        if (this.written[name] !== value) {
          element.style.setProperty(name, value);
        }
      }
      this.written = variables;
    }
    return noChange;
  }
}

export const cssVariables = directive(CssVariables);
