/** How long a thing that a person would see at once may take on a very busy machine, in ms. Only failures wait so long. */
export const PATIENCE_MS = 60_000;
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
