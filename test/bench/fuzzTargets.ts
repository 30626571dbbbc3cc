/** What is fuzzed: for each format sound files to start from, and the reader that gets what is made of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { createRandom } from '../../src/engine/random';
import { reconstruct, writeCodebook } from '../../src/paletteFiles/codebook';
import { formatOfId } from '../../src/paletteFiles/formats';
import { paletteOfBytes } from '../../src/paletteFiles/palette';
import { readPalette } from '../../src/paletteFiles/readPalette';
import { UserError } from '../../src/shared/userError';
import { mutated } from './fuzzMutations';

export interface FuzzResult {
  inputs: number;
  read: number;
  refused: number;
  /** Stacks. */
  crashes: string[];
  longestMs: number;
  /** The most memory that the process ever had, and what it had before the first input. */
  peakBytes: number;
  startBytes: number;
}

interface Target {
  /** File names in the fixtures' folder that are of the format. */
  fixtures: RegExp;
  extension: string;
  /** What is changed, where it is not the file itself but what is packed in it. */
  unpack?: (file: Uint8Array) => Uint8Array;
  pack?: (content: Uint8Array) => Uint8Array;
  read?: (bytes: Uint8Array) => void;
}

const SWATCHES = 'Swatches.json';
const NAMED: Record<string, Target> = {
  'riff-pal': { fixtures: /-riff\.pal$/, extension: 'pal' },
  ase: { fixtures: /\.ase$/, extension: 'ase' },
  aco: { fixtures: /\.aco$/, extension: 'aco' },
  act: { fixtures: /\.act$/, extension: 'act' },
  swatches: { fixtures: /\.swatches$/, extension: 'swatches' },
  'swatches, inside': {
    fixtures: /\.swatches$/,
    extension: 'swatches',
    unpack: (file) => unzipSync(file)[SWATCHES]!,
    pack: (content) => zipSync({ [SWATCHES]: content }, { level: 1 }),
  },
  png: { fixtures: /^(?!)/, extension: 'png' },
  'label map': { fixtures: /^(?!)/, extension: 'png', read: readLabels },
  'jasc-pal': { fixtures: /-jasc\.pal$/, extension: 'pal' },
  gpl: { fixtures: /\.gpl$/, extension: 'gpl' },
  tokens: { fixtures: /\.tokens\.json$/, extension: 'json' },
  css: { fixtures: /\.(css|scss|less)$/, extension: 'css' },
};

export const TARGETS = Object.keys(NAMED);

const CODEBOOK = writeCodebook(paletteOfBytes('fuzz', colors(20)), picture(20), {});

function colors(count: number): Uint8Array {
  return Uint8Array.from({ length: 4 * count }, (_, i) => (i * 67) % 256);
}

function picture(count: number) {
  const indices = Uint8Array.from({ length: 24 * 16 }, (_, i) => (i * 7) % count);
  return { width: 24, height: 16, indices, palette: colors(count) };
}

function readLabels(bytes: Uint8Array): void {
  const codebook = { bytes: new TextEncoder().encode(CODEBOOK.codebook), name: 'fuzz.codebook.json' };
  reconstruct({ bytes, name: 'fuzz.labels.png' }, codebook, 1e8);
}

/** Sound files: of 1, 16, 30 and 256 colors, and the fixtures. */
function soundFiles(name: string, { fixtures, unpack = (file) => file }: Target): Uint8Array[] {
  if (name === 'label map') return [CODEBOOK.labels];
  const format = formatOfId(name.split(',')[0]!)!;
  const counts = [1, 16, 30, 256].filter((count) => count <= (format.holds.colors ?? Infinity));
  const own = counts.map((count) => {
    const content = format.write!(paletteOfBytes('Fuzz', colors(count)), {});
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  });
  const folder = resolve('test', 'fixtures', 'palettes');
  const others = readdirSync(folder).filter((file) => fixtures.test(file));
  return [...own, ...others.map((file) => new Uint8Array(readFileSync(join(folder, file))))].map(unpack);
}

/** Goes on for so many seconds. */
export function runFuzz(name: string, seconds: number, seed: number): FuzzResult {
  const target = NAMED[name];
  if (!target) throw new Error(`There is no “${name}” to fuzz; there is ${TARGETS.join(', ')}.`);
  const { extension, pack = (content) => content } = target;
  const read = target.read ?? ((bytes: Uint8Array) => void readPalette(bytes, `fuzz.${extension}`));
  const sound = soundFiles(name, target);
  for (const file of sound) read(pack(file)); // all of them are
  const result: FuzzResult = {
    ...{ inputs: 0, read: 0, refused: 0, crashes: [], longestMs: 0, peakBytes: 0 },
    startBytes: 1024 * process.resourceUsage().maxRSS,
  };
  const random = createRandom(seed);
  const end = performance.now() + 1000 * seconds;
  while (performance.now() < end) {
    const bytes = pack(mutated(sound, random));
    const start = performance.now();
    try {
      read(bytes);
      result.read++;
    } catch (error) {
      if (error instanceof UserError && /^“[^\n]+$/.test(error.message)) result.refused++;
      else result.crashes.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    result.longestMs = Math.max(result.longestMs, performance.now() - start);
    result.inputs++;
  }
  return { ...result, peakBytes: 1024 * process.resourceUsage().maxRSS };
}
