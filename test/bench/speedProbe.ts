/**
 * Times one contender, named on the command line, in a process of its own: an engine at work has a worker to itself,
 * and code that another contender, or the same one with other options, has run before is compiled otherwise.
 * Answers each `ProbeRequest` with a `ProbeReply`.
 */
import { readFileSync } from 'node:fs';
import { timedRun } from './benchRun';
import type { BenchImage } from './benchImages';
import { CONTENDERS } from './peers/contenders';
import { textbookConverged } from './peers/textbookPeer';

/** A picture as a file of raw RGBA. */
export interface ProbeImage extends Omit<BenchImage, 'pixels'> {
  file: string;
  width: number;
  height: number;
}

export interface ProbeRequest {
  image: ProbeImage;
  k: number;
}

/** In ms; nothing when it failed, which it has said itself. */
export interface ProbeReply {
  whole?: number;
  palette?: number;
  /** Rounds of k-means, where the contender says so. */
  rounds?: number;
}

const contender = [...CONTENDERS, textbookConverged].find(({ name }) => name === process.argv[2])!;
let loaded: { file: string; image: BenchImage } | undefined;

const isReady = contender.load?.();

process.on('message', (request: ProbeRequest) => {
  void answer(request).then((reply) => process.send!(reply));
});

async function answer({ image, k }: ProbeRequest): Promise<ProbeReply> {
  await isReady;
  if (loaded?.file !== image.file) loaded = { file: image.file, image: loadImage(image) };
  const run = await timedRun(contender, loaded.image, { k, dither: false });
  return { whole: run?.clock.whole, palette: run?.clock.palette, rounds: run?.clock.rounds };
}

function loadImage({ file, width, height, ...rest }: ProbeImage): BenchImage {
  const bytes = readFileSync(file);
  return {
    ...rest,
    pixels: { width, height, rgba: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) },
  };
}
