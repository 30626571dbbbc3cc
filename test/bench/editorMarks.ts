/** The page's marks on its performance timeline (src/webview/marks.ts), read and waited for from outside. */
import type { FrameLocator } from 'playwright-core';
import type { MarkName } from '../../src/webview/marks';

export interface TimedMark {
  name: string;
  /** Milliseconds since 1970, so that marks of different frames can be compared. */
  at: number;
  /** The number of colors it is about, if any. */
  k: number | null;
}

/** What does not come within this time never comes. */
const LIMIT_MS = 120_000;

/** All marks that the page holds, oldest first. */
export function marksOf(frame: FrameLocator): Promise<TimedMark[]> {
  return frame.locator('tessera-app').evaluate(() =>
    performance.getEntriesByType('mark').map((entry) => {
      const detail: unknown = entry instanceof PerformanceMark ? entry.detail : null;
      const k = detail !== null && typeof detail === 'object' && 'k' in detail ? Number(detail.k) : null;
      return { name: entry.name, at: performance.timeOrigin + entry.startTime, k };
    }),
  );
}

/** Settles when the page has made the mark, be it before this call. */
export function markMade(frame: FrameLocator, name: MarkName): Promise<void> {
  return frame.locator('tessera-app').evaluate(
    (_, { name, limit }) =>
      new Promise<void>((resolve, reject) => {
        setTimeout(() => reject(new Error(`No mark ${name} after ${limit} ms.`)), limit);
        new PerformanceObserver((list, observer) => {
          if (list.getEntriesByName(name).length === 0) return;
          observer.disconnect();
          resolve();
        }).observe({ type: 'mark', buffered: true });
      }),
    { name, limit: LIMIT_MS },
  );
}

/**
 * Settles when the picture for the slider's present value is painted, and gives the milliseconds since the slider
 * last moved. `since`: moves before that time (ms since 1970) are another's.
 */
export function paintedAfterMove(frame: FrameLocator, since: number): Promise<{ ms: number; at: number }> {
  return frame.locator('tessera-k-slider input').evaluate(
    (input, { since, limit }) =>
      new Promise<{ ms: number; at: number }>((resolve, reject) => {
        setTimeout(() => reject(new Error(`Nothing painted after ${limit} ms.`)), limit);
        let movedAt: number | undefined;
        const look = (entries: PerformanceEntryList, observer: PerformanceObserver) => {
          for (const entry of entries) {
            const at = performance.timeOrigin + entry.startTime;
            if (at <= since) continue;
            if (entry.name === 'tessera:slider') movedAt = at;
            const detail: unknown = entry instanceof PerformanceMark ? entry.detail : null;
            const k = detail !== null && typeof detail === 'object' && 'k' in detail ? detail.k : null;
            const isPresent = input instanceof HTMLInputElement && k === input.valueAsNumber;
            if (movedAt === undefined || entry.name !== 'tessera:painted' || !isPresent) continue;
            observer.disconnect();
            resolve({ ms: at - movedAt, at });
            return;
          }
        };
        new PerformanceObserver((list, observer) => look(list.getEntries(), observer)).observe({
          type: 'mark',
          buffered: true,
        });
      }),
    { since, limit: LIMIT_MS },
  );
}
