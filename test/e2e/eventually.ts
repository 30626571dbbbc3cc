/** How long a thing that a person would see at once may take on a busy machine, in ms. */
const PATIENCE_MS = 20_000;
const PAUSE_MS = 50;

/** Repeats assertions about what comes by itself (files, the clipboard) until they hold; fails with the last error. */
export async function eventually<T>(check: () => Promise<T> | T): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
