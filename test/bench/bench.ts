/**
 * Speed and quality against everyone else, in one run: prints Markdown, writes all figures to out/bench.json.
 *
 *     npm run bench [-- [--quick] [--sample <n>] [--known <file>] [<picture or folder> …]]
 *
 * Any pictures and folders of PNG and JPEG files can be given; without, the samples and larger pictures made of
 * them are used. `--quick` measures fewer pictures and repeats; `--sample` says that every n-th picture is measured in full: encoded,
 * dithered, and given to slow contenders (4; 8 if quick). `--known` adds errors of others that were measured
 * elsewhere (JSON: file name → k → {mse, sklearn}). Give the machine to it alone: ratios stand a busy one, times don't.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../../src/shared/userError';
import { projectRoot } from '../host/projectRoot';
import { runMain } from '../host/runMain';
import { measureAccuracy } from './benchAccuracy';
import { loadImages, photographOfSize, type BenchImage } from './benchImages';
import { timeNewPalettes } from './benchKept';
import { measureMemory } from './benchMemory';
import { keepRare } from './benchRare';
import { report } from './benchReport';
import type { BenchResult, KnownErrors } from './benchResult';
import { SpeedTrack, type Timing } from './benchSpeed';
import { loadContenders } from './peers/contenders';
import { textbookConverged } from './peers/textbookPeer';
import type { Contender } from './peers/peer';
import { OURS } from './peers/tessera';

interface BenchOptions {
  isQuick: boolean;
  sampleEvery: number;
  knownFile?: string;
  paths: string[];
}

/** For a small picture and a middling one. */
const KS_AGAINST_TIME = {
  small: [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096],
  medium: [2, 16, 256, 4096],
};

runMain(async () => {
  const options = readOptions();
  const startedAt = performance.now();
  const images = await loadImages(options.paths);
  const { contenders, absent } = await loadContenders();
  const [small, medium] = [await photographOfSize(images, 0.4), await photographOfSize(images, 6)];
  const [middle, high, large] = [
    await photographOfSize(images, 2),
    await photographOfSize(images, 10),
    await photographOfSize(images, 24),
  ];
  const progress = (done: string) => {
    console.error(`${((performance.now() - startedAt) / 1000).toFixed(0)} s: ${done}`);
  };

  const track = new SpeedTrack();
  await track.warmUp(contenders, small);
  progress('warmed up');
  const sizes = { small: smallPhotographs(images, small), medium, large };
  const timings = await timeEveryone(track, contenders, sizes, options, progress);
  const ours = OURS.filter(({ name }) => name.endsWith('quick'));
  for (const k of [16, 256]) {
    for (const image of [middle, high]) timings.push(...(await track.time(ours, { image, k, repeats: 3 })));
  }
  const timingsOfK: Timing[] = [];
  for (const k of KS_AGAINST_TIME.small) {
    timingsOfK.push(...(await track.time(ours, { image: small, k, repeats: 3 })));
  }
  for (const k of KS_AGAINST_TIME.medium) {
    timingsOfK.push(...(await track.time(ours, { image: medium, k, repeats: 3 })));
  }
  track.stop();
  progress('speed against pixels and colors');
  const keptTimings = timeNewPalettes(images);
  progress('new palettes');
  const memory = measureMemory(large, 256);
  const rare = keepRare(images);
  progress('memory, rare colors');
  const measurements = await measureAccuracy(images, contenders, {
    sampleEvery: options.sampleEvery,
    withLarge: !options.isQuick,
    progress,
  });
  const result: BenchResult = {
    machine: `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} threads, Node ${process.version}`,
    absent,
    measurements,
    timings,
    timingsOfK,
    keptTimings,
    memory,
    rare,
    known: options.knownFile === undefined ? undefined : readKnown(options.knownFile),
  };
  mkdirSync(join(projectRoot, 'out'), { recursive: true });
  writeFileSync(join(projectRoot, 'out', 'bench.json'), JSON.stringify(result, undefined, 1));
  console.log(report(result, [...contenders, textbookConverged]));
  return 0;
});

function readOptions(): BenchOptions {
  const { values, positionals } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      sample: { type: 'string' },
      known: { type: 'string' },
    },
    allowPositionals: true,
  });
  const paths = positionals.length > 0 ? positionals : [join(projectRoot, 'samples')];
  const sampleEvery = Number(values.sample ?? (values.quick ? 8 : 4));
  if (!Number.isInteger(sampleEvery) || sampleEvery < 1)
    throw new UserError('--sample takes a number from 1.');
  return { isQuick: values.quick, sampleEvery, knownFile: values.known, paths };
}

/** Up to three of the usual 0.4 megapixels. */
function smallPhotographs(images: readonly BenchImage[], otherwise: BenchImage): BenchImage[] {
  const found = images.filter(
    ({ kind, megapixels }) => kind === 'photographs' && megapixels > 0.3 && megapixels < 0.6,
  );
  return found.length > 0 ? found.slice(0, 3) : [otherwise];
}

async function timeEveryone(
  track: SpeedTrack,
  contenders: readonly Contender[],
  pictures: { small: BenchImage[]; medium: BenchImage; large: BenchImage },
  { isQuick }: BenchOptions,
  progress: (done: string) => void,
): Promise<Timing[]> {
  const timed = contenders.filter(({ name }) => !name.endsWith('rest'));
  const notSlow = timed.filter(({ isSlow }) => !isSlow);
  const timings: Timing[] = [];
  const time = async (image: BenchImage, k: number, repeats: number) => {
    // Slow contenders show how slow they are on one picture as well as on three.
    const runners = image === pictures.small[0] ? timed : notSlow;
    timings.push(...(await track.time(runners, { image, k, repeats })));
    progress(`speed, ${image.name}, k = ${k}`);
  };
  for (const image of pictures.small) {
    for (const k of [8, 16, 64, 256]) await time(image, k, 9);
  }
  timings.push(...(await track.time([textbookConverged], { image: pictures.small[0]!, k: 64, repeats: 1 })));
  for (const k of [16, 256]) await time(pictures.medium, k, 5);
  for (const k of isQuick ? [256] : [16, 256]) await time(pictures.large, k, 5);
  return timings;
}

function readKnown(file: string): KnownErrors {
  return JSON.parse(readFileSync(file, 'utf8')) as KnownErrors; // one's own file, of the shape that is documented above
}
