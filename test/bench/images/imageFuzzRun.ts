/** What a fuzzing process does: input after input, each decoded, some reduced and encoded, some shown to libvips too. */
import sharp from 'sharp';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { ImageReducer } from '../../../src/engine/reduce';
import { runToEnd } from '../../../src/engine/steps';
import { decodeImage, type DecodedImage } from '../../../src/images/decode';
import { encodePng } from '../../../src/images/encodePng';
import { UserError } from '../../../src/shared/userError';
import { BothWorkers } from './imageFuzzWeb';
import { IMAGE_TARGETS, imageInput } from './imageTargets';

export interface Answer {
  at: number;
  ms: number;
  /** The most memory the process ever had, in bytes. */
  peakBytes: number;
  outcome: 'read' | 'refused' | 'crashed';
  /** Of a crash its stack; of a disagreement with libvips what it said or how far off we are. */
  words?: string;
}

export interface RunOptions {
  target: string;
  seed: number;
  from: number;
  /** Every so many pictures that were read go all the way to a file. */
  wholeWayEvery: number;
  /** Whether libvips looks at what we read. Its memory then counts too. */
  compares: boolean;
  /** Whether the workers in Node and for the web are asked too: their answers must be the same. */
  asksWorkers: boolean;
}

const K = 16;
/** The setting's default. */
const LIMITS = { maxMegapixels: 100 };
const MAX_WHOLE_WAY_PIXELS = 1e6;

/** Never ends by itself. `tell` is called before and after each input. */
export async function runImageFuzz(
  { target: name, seed, from, wholeWayEvery, compares, asksWorkers }: RunOptions,
  tell: (message: { begins: number } | Answer) => void,
): Promise<never> {
  const target = IMAGE_TARGETS[name];
  if (!target)
    throw new Error(`There is no “${name}” to fuzz; there is ${Object.keys(IMAGE_TARGETS).join(', ')}.`);
  const sound = await target.sound();
  const file = `fuzz.${target.extension}`;
  const workers = asksWorkers ? await BothWorkers.start() : undefined;
  let reads = 0;
  for (let at = from; ; at++) {
    const bytes = imageInput(target, sound, seed, at);
    tell({ begins: at });
    const start = performance.now();
    const answer = await outcomeOf(bytes, file, () => ++reads % wholeWayEvery === 0, workers);
    const ms = performance.now() - start;
    const words =
      answer.words ??
      (compares && answer.image?.notices.length === 0 ? await disagreement(answer.image, bytes) : undefined);
    const peakBytes = 1024 * process.resourceUsage().maxRSS;
    tell({ at, ms, peakBytes, outcome: answer.outcome, ...(words === undefined ? {} : { words }) });
  }
}

async function outcomeOf(
  bytes: Uint8Array,
  file: string,
  goesAllTheWay: () => boolean,
  workers: BothWorkers | undefined,
): Promise<Pick<Answer, 'outcome' | 'words'> & { image?: DecodedImage }> {
  try {
    const words = await workers?.disagreement(bytes, file);
    if (words !== undefined) return { outcome: 'crashed', words };
    const image = await decodeImage(bytes, file, LIMITS);
    if (image.rgba.length !== 4 * image.width * image.height)
      throw new Error('The picture has not its size.');
    if (image.width * image.height <= MAX_WHOLE_WAY_PIXELS && goesAllTheWay()) await reduceAndEncode(image);
    return { outcome: 'read', image };
  } catch (error) {
    if (error instanceof UserError && /^“[^\n]+$/.test(error.message)) return { outcome: 'refused' };
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: 'crashed', words };
  }
}

async function reduceAndEncode(image: DecodedImage): Promise<void> {
  const reduced = runToEnd(new ImageReducer(image).reduce({ ...DEFAULT_OPTIONS, k: K }, { effort: 'quick' }));
  const png = encodePng(reduced.picture);
  const { width, height } = await sharp(png).metadata();
  if (width !== image.width || height !== image.height)
    throw new Error('The file has not the size of the picture.');
}

/** What libvips makes of a picture that we showed without a word: nothing to say, a refusal, or other pixels. */
async function disagreement(image: DecodedImage, bytes: Uint8Array): Promise<string | undefined> {
  if (Buffer.from(bytes).includes('gAMA')) return undefined; // which libvips does not apply
  try {
    const { data } = await sharp(bytes, { failOn: 'warning', limitInputPixels: false })
      .autoOrient()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    let largest = 0;
    for (let i = 0; i < data.length; i++) {
      if (data[i | 3] === 0) continue;
      largest = Math.max(largest, Math.abs(data[i]! - image.rgba[i]!));
    }
    if (data.length !== image.rgba.length) return 'libvips sees another size';
    return largest > 8 ? `libvips sees other pixels` : undefined;
  } catch (error) {
    return `libvips: ${(error as Error).message
      .replace(/\s+/g, ' ')
      .replace(/0x[0-9a-f]+|\d+/g, '#')
      .slice(0, 100)}`;
  }
}
