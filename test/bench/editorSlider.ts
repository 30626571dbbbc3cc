/** Moves the slider as a hand does and measures how the preview follows. */
import type { FrameLocator } from 'playwright-core';
import { marksOf, paintedAfterMove } from './editorMarks';
import { K_MAX_INDEXED, K_MIN } from '../../src/engine/options';
import { fractionOfK } from '../../src/webview/controls/kScale';
import type { Workbench } from '../e2e/workbench';

/** The slider's track begins and ends this far inside its input (src/webview/kSlider.ts). */
const INSET = 8;

export const MOVES = 50;
const DRAG_MS = 3000;

/** Fifty different numbers of colors, each far from the one before. */
const JUMPS = shuffled(spreadKs(MOVES));

/** From each move to its painted preview, in milliseconds; the button stays down all the while. */
export async function timeMoves(workbench: Workbench, frame: FrameLocator): Promise<number[]> {
  const hand = await Hand.at(workbench, frame);
  const times: number[] = [];
  let since = await hand.press();
  for (const k of JUMPS) {
    await hand.moveTo(k);
    const { ms, at } = await paintedAfterMove(frame, since);
    since = at;
    times.push(ms);
  }
  await hand.release();
  return times;
}

export interface Drag {
  /** Different numbers of colors the slider went through, a second. */
  moves: number;
  /** Previews painted, a second. */
  paints: number;
  /** The longest time between two previews, ms. */
  longestGap: number;
}

/** Drags to and fro without a pause, as fast as the browser takes events. */
export async function timeDrag(workbench: Workbench, frame: FrameLocator): Promise<Drag> {
  const hand = await Hand.at(workbench, frame);
  await hand.press();
  const start = Date.now();
  // There and back in two seconds.
  for (let elapsed = 0; elapsed < DRAG_MS; elapsed = Date.now() - start) {
    await hand.moveToFraction(Math.abs(((elapsed / 1000) % 2) - 1));
  }
  const marks = (await marksOf(frame)).filter(({ at }) => at >= start);
  await hand.release();
  const paints = marks.filter(({ name }) => name === 'tessera:painted').map(({ at }) => at);
  const moves = marks.filter(({ name }) => name === 'tessera:slider').length;
  return {
    moves: moves / (DRAG_MS / 1000),
    paints: paints.length / (DRAG_MS / 1000),
    longestGap: Math.max(...paints.map((at, i) => at - (paints[i - 1] ?? start))),
  };
}

class Hand {
  private constructor(
    private readonly workbench: Workbench,
    private readonly box: { x: number; y: number; width: number; height: number },
    private readonly frame: FrameLocator,
  ) {}

  static async at(workbench: Workbench, frame: FrameLocator): Promise<Hand> {
    const box = await frame.locator('tessera-k-slider input').boundingBox();
    if (!box) throw new Error('The slider is not to be seen.');
    return new Hand(workbench, box, frame);
  }

  /** Presses where the slider stands at 20 colors; settles when that is painted and tells when it was. */
  async press(): Promise<number> {
    const before = Date.now();
    await this.moveTo(20);
    await this.workbench.page.mouse.down();
    const { at } = await paintedAfterMove(this.frame, before);
    return at;
  }

  release(): Promise<void> {
    return this.workbench.page.mouse.up();
  }

  moveTo(k: number): Promise<void> {
    return this.moveToFraction(fractionOfK(k));
  }

  moveToFraction(fraction: number): Promise<void> {
    const { x, y, width, height } = this.box;
    return this.workbench.page.mouse.move(x + INSET + fraction * (width - 2 * INSET), y + height / 2);
  }
}

/** `count` different numbers, spread over the slider's logarithmic scale. */
function spreadKs(count: number): number[] {
  for (let steps = count; ; steps++) {
    const ks = Array.from({ length: steps + 1 }, (_, i) =>
      Math.round(K_MIN * (K_MAX_INDEXED / K_MIN) ** (i / steps)),
    );
    const different = [...new Set(ks)];
    if (different.length >= count) return different.slice(-count);
  }
}

/** Every 19th, round and round: neighbors end up far apart, the same way each time. */
function shuffled(values: readonly number[]): number[] {
  return values.map((_, i) => values[(19 * i) % values.length]!);
}
