import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import sharp from 'sharp';
import type { Pixels } from '../../../src/engine/pixels';
import { remap } from '../../../src/engine/remap';
import { runToEnd } from '../../../src/engine/steps';
import { workingSpace } from '../../../src/engine/workingSpace';
import { encodeGif } from '../../../src/images/encodeGif';
import { arbitraryPalette, noisyPicture } from '../engine/pictures';

const TIMING = { frameMs: 120, lastFrameMs: 2000 };
const space = workingSpace('oklab');

interface Decoded {
  width: number;
  height: number;
  delays: number[];
  loop: number | undefined;
  /** RGBA of every frame. */
  frames: Uint8Array[];
}

/** As another program reads it (libvips, by giflib's relative libnsgif). */
async function decodedElsewhere(gif: Uint8Array): Promise<Decoded> {
  const image = sharp(gif, { animated: true });
  const { width, pageHeight, height, delay, loop } = await image.metadata();
  const rows = pageHeight ?? height;
  const data = await image.ensureAlpha().raw().toBuffer();
  const length = 4 * width * rows;
  const frames = Array.from({ length: data.length / length }, (_, i) =>
    Uint8Array.from(data.subarray(i * length, (i + 1) * length)),
  );
  return { width, height: rows, delays: delay ?? [], loop, frames };
}

/** What a frame must look like: every pixel its nearest color, opaque or not there. */
function expectedFrame(picture: Pixels, palette: Uint8Array): string[] {
  const { indices } = runToEnd(remap(picture, palette, space));
  return Array.from(indices, (index) => {
    const [r, g, b, a] = palette.subarray(4 * index, 4 * index + 4);
    return a! < 128 ? 'transparent' : `${r},${g},${b}`;
  });
}

function pixelsOf(rgba: Uint8Array): string[] {
  return Array.from({ length: rgba.length / 4 }, (_, i) => {
    const [r, g, b, a] = rgba.subarray(4 * i, 4 * i + 4);
    return a === 0 ? 'transparent' : `${r},${g},${b}`;
  });
}

describe('writing an animated GIF', () => {
  it('writes what another decoder reads as exactly the same frames', async () => {
    const size = fc.integer({ min: 1, max: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.record({ seed: fc.nat(), width: size, height: size, alpha: fc.constantFrom('opaque', 'mixed') }),
        // A single frame is a still picture, which has no delay and no loop.
        fc.array(arbitraryPalette(256), { minLength: 2, maxLength: 4 }),
        async (given, palettes) => {
          const picture = noisyPicture(given);
          const gif = runToEnd(encodeGif(picture, palettes, space, TIMING));
          const { width, height, frames, delays, loop } = await decodedElsewhere(gif);
          assert.deepEqual([width, height], [picture.width, picture.height]);
          assert.equal(loop, 0, 'it repeats forever');
          assert.deepEqual(delays, [...palettes.slice(1).map(() => 120), 2000]);
          assert.deepEqual(
            frames.map(pixelsOf),
            palettes.map((palette) => expectedFrame(picture, palette)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds 256 colors with a transparent one among them', async () => {
    const colors = Array.from({ length: 255 }, (_, i) => [i, 255 - i, (7 * i) % 256, 255]);
    const palette = Uint8Array.from([[0, 0, 0, 0], ...colors].flat());
    const rgba = Uint8Array.from({ length: 4 * 256 }, (_, i) => palette[i]!);
    const picture = { width: 16, height: 16, rgba };
    const gif = runToEnd(encodeGif(picture, [palette, palette], space, TIMING));
    const { frames } = await decodedElsewhere(gif);
    for (const frame of frames) assert.deepEqual(pixelsOf(frame), pixelsOf(rgba));
  });

  it('tells how many frames there are after each', () => {
    const picture = noisyPicture({ seed: 1 });
    const palettes = [0, 1, 2].map((i) => Uint8Array.of(i, i, i, 255, 200, 100, i, 255));
    const counts = new Set<number>();
    const steps = encodeGif(picture, palettes, space, TIMING);
    for (let step = steps.next(); !step.done; step = steps.next()) counts.add(step.value);
    assert.deepEqual([...counts], [0, 1, 2, 3]);
  });

  it('refuses what a GIF cannot hold', () => {
    const picture = noisyPicture({ seed: 1 });
    const encode = (palettes: Uint8Array[]) => runToEnd(encodeGif(picture, palettes, space, TIMING));
    assert.throws(() => encode([]), /at least one palette for a GIF, got none/);
    assert.throws(() => encode([new Uint8Array(4 * 257)]), /1 to 256 colors in a frame of a GIF, got 257/);
    assert.throws(() => encode([new Uint8Array(0)]), /got 0/);
  });
});
