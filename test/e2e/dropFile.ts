/** A file from the desktop over the page: a browser lets no script drag one, so its events are made. */
import type { Locator } from 'playwright-core';

export async function dropFile(target: Locator, name: string, content: string): Promise<void> {
  await dispatch(target, ['dragenter', 'dragover', 'drop'], name, content);
}

export async function dragFile(target: Locator, name: string, content: string): Promise<void> {
  await dispatch(target, ['dragenter', 'dragover'], name, content);
}

/** Out of the window again. */
export async function endDrag(target: Locator): Promise<void> {
  await dispatch(target, ['dragleave'], 'none', '');
}

async function dispatch(
  target: Locator,
  types: readonly string[],
  name: string,
  content: string,
): Promise<void> {
  await target.evaluate(
    (element, given) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([given.content], given.name));
      for (const type of given.types) {
        element.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
        );
      }
    },
    { types, name, content },
  );
}
