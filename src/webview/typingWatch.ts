import { isTextField } from './contextMenu';

/**
 * Tells when a text field of the page gets or loses the focus. VS Code hands every key of a page to its keybindings,
 * and Ctrl+Z in a field is to undo what was typed there, not a change of the picture.
 */
export class TypingWatch {
  private isTyping = false;

  constructor(private readonly tell: (isTyping: boolean) => void) {}

  start(): void {
    window.addEventListener('focusin', this.moved);
    window.addEventListener('focusout', this.left);
  }

  stop(): void {
    window.removeEventListener('focusin', this.moved);
    window.removeEventListener('focusout', this.left);
  }

  private readonly moved = (event: Event): void => {
    const [innermost] = event.composedPath();
    this.set(innermost !== undefined && isTextField(innermost));
  };

  private readonly left = (event: FocusEvent): void => {
    if (event.relatedTarget === null) this.set(false); // else `focusin` tells
  };

  private set(isTyping: boolean): void {
    if (isTyping === this.isTyping) return;
    this.isTyping = isTyping;
    this.tell(isTyping);
  }
}
