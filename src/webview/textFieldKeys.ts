import { isTextField } from './contextMenu';

/**
 * Leaves Ctrl+Z and its like to a text field that has the focus, to undo what was typed there. VS Code hears every key
 * at the page's window, forbids the browser to act on these and runs its own keybindings instead; so it must not hear
 * of them. To be called on the way up.
 */
export function keepTextKeys(event: KeyboardEvent): void {
  const [innermost] = event.composedPath();
  const isUndoOrRedo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
  if (isUndoOrRedo && innermost !== undefined && isTextField(innermost)) event.stopPropagation();
}
