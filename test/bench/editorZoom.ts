/** Zooms and moves the picture as a hand does, or plays k-means on it, and measures how smoothly it follows. */
import type { FrameLocator } from 'playwright-core';
import type { MarkName } from '../../src/webview/marks';
import type { Workbench } from '../e2e/workbench';

/** Milliseconds, one number for each frame in which the picture was zoomed, moved, or painted in another palette. */
export interface GestureTimes {
  /** From one frame to the next. */
  frames: number[];
  /** What of it the page's script took: from the wheel, drag or round to the picture in place. */
  script: number[];
}

const TURNS = 40;
const MOVES = 80;

/** The wheel from the fit to pixels as squares and back. */
export async function timeWheel(workbench: Workbench, frame: FrameLocator): Promise<GestureTimes> {
  const { mouse, keyboard } = workbench.page;
  const box = await paneBox(frame);
  await mouse.move(box.x + 0.4 * box.width, box.y + 0.6 * box.height);
  await keyboard.press('0');
  return timed(frame, async () => {
    for (let turn = 0; turn < TURNS; turn++) await mouse.wheel(0, turn < TURNS / 2 ? -100 : 100);
  });
}

/** A drag to and fro at twice the size of the fit, where much is to be painted, or at 100 % (`1`). */
export async function timePan(
  workbench: Workbench,
  frame: FrameLocator,
  zoomKeys: readonly string[],
): Promise<GestureTimes> {
  const { mouse } = workbench.page;
  const box = await paneBox(frame);
  await frame.getByRole('radio', { name: 'Reduced', exact: true }).check();
  await workbench.press(...zoomKeys);
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await mouse.down();
  const times = await timed(frame, async () => {
    for (let move = 0; move < MOVES; move++) {
      const angle = (move / MOVES) * 4 * Math.PI;
      const x = box.x + box.width * (0.5 + 0.4 * Math.sin(angle));
      await mouse.move(x, box.y + box.height * (0.5 + 0.3 * Math.sin(angle / 2)));
    }
  });
  await mouse.up();
  await frame.getByRole('radio', { name: 'Divider', exact: true }).check();
  await workbench.press('0');
  return times;
}

const PLAYING_MS = 5000;

/** k-means in the Explore panel, at its fastest. Leaves the panel as it was. */
export async function timePlaying(workbench: Workbench, frame: FrameLocator): Promise<GestureTimes> {
  const panels = frame.getByRole('tablist', { name: 'Panels' });
  await panels.getByRole('tab', { name: 'Explore' }).click();
  await frame.getByRole('tab', { name: 'Convergence' }).click();
  await frame.getByRole('combobox', { name: 'Rounds a second' }).click();
  await frame.getByRole('option', { name: '25 rounds/s' }).click();
  await frame.getByRole('button', { name: 'Repeat' }).click();
  const isStill = await frame.getByRole('button', { name: 'Play', exact: true }).isVisible();
  if (isStill) await frame.getByRole('button', { name: 'Play', exact: true }).click();
  const times = await timed(frame, () => workbench.page.waitForTimeout(PLAYING_MS), [
    'tessera:round',
    'tessera:explored',
  ]);
  await panels.getByRole('tab', { name: 'Reduce' }).click();
  return times;
}

async function paneBox(
  frame: FrameLocator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await frame.locator('.pane').first().boundingBox();
  if (!box) throw new Error('The picture is not on the screen.');
  return box;
}

/**
 * Counts the page's frames while the gesture lasts; those without a mark are the pauses of the hand.
 *
 * @param marks What the page says when something is to be shown, and when it is.
 */
async function timed(
  frame: FrameLocator,
  gesture: () => Promise<void>,
  marks: readonly [MarkName, MarkName] = ['tessera:zoom', 'tessera:zoomed'],
): Promise<GestureTimes> {
  const app = frame.locator('tessera-app');
  await app.evaluate((element) => {
    const recorder = element as HTMLElement & { frames?: number[]; isRecording?: boolean };
    const frames: number[] = (recorder.frames = []);
    recorder.isRecording = true;
    const record = (now: number) => {
      frames.push(now);
      if (recorder.isRecording) requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
    performance.clearMarks();
  });
  await gesture();
  return app.evaluate((element, [asked, shown]) => {
    const recorder = element as HTMLElement & { frames?: number[]; isRecording?: boolean };
    recorder.isRecording = false;
    const at = (name: string) => performance.getEntriesByName(name, 'mark').map(({ startTime }) => startTime);
    const [zooms, zoomed] = [at(asked), at(shown)];
    const frames = (recorder.frames ?? []).flatMap((start, i, all) => {
      const end = all[i + 1];
      return end !== undefined && zooms.some((zoom) => zoom >= start && zoom < end) ? [end - start] : [];
    });
    const script = zooms.flatMap((zoom) => {
      const done = zoomed.find((each) => each >= zoom);
      return done === undefined ? [] : [done - zoom];
    });
    return { frames, script };
  }, marks);
}
