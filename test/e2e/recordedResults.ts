import type { TesseraPage } from './tesseraPage';

/**
 * Keeps the encoded pictures that the host sends to the page from now on: what is shown at rest. `latest` gives the
 * newest one's bytes.
 */
export async function recordResults(page: TesseraPage): Promise<{ latest(): Promise<Buffer> }> {
  const recorded = await page.frame.locator('body').evaluateHandle(() => {
    const results: Uint8Array[] = [];
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'object' && data !== null && 'png' in data && data.png instanceof ArrayBuffer) {
        results.push(new Uint8Array(data.png.slice(0)));
      }
    });
    return results;
  });
  return {
    async latest() {
      const bytes = await recorded.evaluate((results) => [...(results.at(-1) ?? [])]);
      if (bytes.length === 0) throw new Error('The page was sent no picture.');
      return Buffer.from(bytes);
    },
  };
}
