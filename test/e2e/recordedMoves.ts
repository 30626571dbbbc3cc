import type { TesseraPage } from './tesseraPage';

export interface RecordedMoves {
  /** How many values the slider has gone through. */
  moves: number;
  /** Colors of each palette that the host has sent, in the order in which they came. */
  palettes: number[];
}

/** Records from now on what the slider does and what the host answers. */
export async function recordMoves(page: TesseraPage): Promise<() => Promise<RecordedMoves>> {
  const recorded = await page.frame.locator('body').evaluateHandle(() => {
    performance.clearMarks('tessera:slider');
    const palettes: number[] = [];
    window.addEventListener(
      'message',
      ({ data }: MessageEvent<{ type?: unknown; options?: { k: number } }>) => {
        if (data.type === 'palette' && data.options) palettes.push(data.options.k);
      },
    );
    return palettes;
  });
  return () =>
    recorded.evaluate((palettes) => ({
      moves: performance.getEntriesByName('tessera:slider').length,
      palettes: [...palettes],
    }));
}
