/**
 * What a right click is on, for the menu that VS Code shows (`webview/context` in the manifest). VS Code reads
 * `data-vscode-context` attributes, but can't see into shadow trees, where our elements stand; so they are gathered
 * on the body, from the outside in, before VS Code looks.
 */
type MenuContext = Record<string, unknown>;

/** The attribute's value for a part of the page that has entries of its own. */
export function menuSection(webviewSection: 'picture' | 'panel'): string {
  return JSON.stringify({ webviewSection });
}

/** To be called when the event is captured. */
export function gatherMenuContext(event: Event): void {
  const elements = event.composedPath().filter((each) => each instanceof HTMLElement);
  const isText = elements.some((element) => isTextField(element));
  const context: MenuContext = elements
    .filter((element) => element !== document.body)
    .reduceRight<MenuContext>((outer, element) => ({ ...outer, ...contextOf(element) }), {});
  // A text field keeps Cut, Copy and Paste.
  document.body.dataset['vscodeContext'] = JSON.stringify({
    ...context,
    preventDefaultContextMenuItems: !isText,
  });
}

/** Whether keys and menus of text editing are meant when the element has the focus. */
export function isTextField(element: EventTarget): boolean {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && TEXT_TYPES.has(element.type);
}

const TEXT_TYPES = new Set(['text', 'number', 'search', 'email', 'url', 'tel', 'password']);

function contextOf(element: HTMLElement): MenuContext {
  const text = element.dataset['vscodeContext'];
  // Only our own elements carry the attribute, written by `JSON.stringify`.
  return text === undefined ? {} : (JSON.parse(text) as MenuContext);
}
