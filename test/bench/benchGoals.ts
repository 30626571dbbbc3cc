/** What this engine is meant to reach, against what the run measured. A goal without measurements says so. */
import { Averages, unique } from './benchAverages';
import { compareSizes, TARGETS } from './benchEqualQuality';
import { CIEDE2000, DELTA_E, MSE, SSIM, type Figure } from './benchFigures';
import { KS, LARGE_MEGAPIXELS } from './benchAccuracy';
import type { BenchResult } from './benchResult';
import type { Measurement } from './benchRun';
import type { Timing } from './benchSpeed';
import { change, figure, mean, quantile, table } from './benchTable';
import { libimagequantFast, libimagequantSlow } from './peers/libimagequant';
import { pngquant } from './peers/pngquant';
import { isOurs, OUR_NAMES } from './peers/tessera';
import { textbook, textbookConverged } from './peers/textbookPeer';
import { upngJs } from './peers/upng';

interface Goal {
  goal: string;
  measured: string;
  isMet: boolean | undefined;
}

const OKLAB = OUR_NAMES.oklab;
const RGB = OUR_NAMES.rgb;
const SIZE_REFERENCE = pngquant.name;
/** Megapixels, from and to. */
const SMALL = [0, 1] as const;
const MEDIUM = [5, 8] as const;
const LARGE = [20, 30] as const;

export function goalsTable(result: BenchResult): string {
  const goals = [
    ...accuracyGoals(result),
    ...perceptualGoals(result),
    ...speedGoals(result),
    ...keptGoals(result),
    ...sizeGoals(result),
    ...rareGoals(result),
  ];
  const answer = (isMet: boolean | undefined) => (isMet === undefined ? '–' : isMet ? 'yes' : '**no**');
  return table(
    ['Goal', 'measured', 'reached'],
    goals.map(({ goal, measured, isMet }) => [goal, measured, answer(isMet)]),
  );
}

function photographs(result: Pick<BenchResult, 'measurements'>, dither = false): Measurement[] {
  return result.measurements.filter(
    (each) => each.kind === 'photographs' && each.dither === dither && each.megapixels <= LARGE_MEGAPIXELS,
  );
}

function accuracyGoals(result: BenchResult): Goal[] {
  const averages = new Averages(photographs(result), MSE);
  return KS.flatMap((k) => {
    const ratios: number[] = [];
    let over = 0;
    const oursAndBest: [number, number][] = [];
    for (const image of averages.images) {
      const ours = averages.ofImage(RGB.rest, k, image);
      const peers = averages.contenders.flatMap((contender) =>
        isOurs(contender) ? [] : (averages.ofImage(contender, k, image) ?? []),
      );
      if (ours === undefined || peers.length === 0) continue;
      const best = Math.min(...peers, result.known?.[image]?.[k]?.mse ?? Infinity);
      oursAndBest.push([ours, best]);
      ratios.push(ours / best);
      if (ours > best) over++;
    }
    if (ratios.length === 0) return [];
    const ratio = mean(oursAndBest.map(([ours]) => ours)) / mean(oursAndBest.map(([, best]) => best));
    const each: Goal = {
      goal: `sRGB at rest, k = ${k}: on each photograph no more MSE than the best peer`,
      measured: `more on ${over} of ${ratios.length}; ${change(Math.min(...ratios))} to ${change(Math.max(...ratios))}`,
      isMet: over === 0,
    };
    const average: Goal = {
      goal: `on average at least 3 % less than each picture's best peer`,
      measured: `${change(ratio)} of the mean MSE, ${change(mean(ratios))} as mean of the ratios`,
      isMet: ratio <= 0.97,
    };
    return [each, average, ...sklearnGoals(result, averages, k)];
  });
}

function sklearnGoals({ known }: BenchResult, averages: Averages, k: number): Goal[] {
  const pairs = averages.images.flatMap((image): [number, number][] => {
    const ours = averages.ofImage(RGB.rest, k, image);
    const other = known?.[image]?.[k]?.sklearn;
    return ours === undefined || other === undefined ? [] : [[ours, other]];
  });
  if (pairs.length === 0) return [];
  const ratio = mean(pairs.map(([ours]) => ours)) / mean(pairs.map(([, other]) => other));
  return [
    {
      goal: `on average no more than scikit-learn's full k-means`,
      measured: `${change(ratio)}, ${pairs.length} photographs`,
      isMet: ratio <= 1,
    },
  ];
}

function perceptualGoals(result: BenchResult): Goal[] {
  const plain = photographs(result);
  const deltaE = new Averages(plain, DELTA_E);
  const goals = KS.flatMap((k): Goal[] => {
    const ours = deltaE.of(OKLAB.rest, k);
    const others = [libimagequantSlow, libimagequantFast].flatMap(({ name }) => deltaE.of(name, k) ?? []);
    if (ours === undefined || others.length === 0) return [];
    const goal = `OKLab at rest, k = ${k}: less mean ΔE than libimagequant`;
    const measured = `${figure(ours)} to ${figure(Math.min(...others))}`;
    return [{ goal, measured, isMet: ours < Math.min(...others) }, bestPeerGoal(plain, CIEDE2000, k)];
  });
  const dithered = photographs(result, true);
  const ssim = new Averages(dithered, SSIM);
  return [
    ...goals,
    ...KS.flatMap((k): Goal[] => {
      const [ours, theirs] = [ssim.of(OKLAB.rest, k), ssim.of(libimagequantSlow.name, k)];
      if (ours === undefined || theirs === undefined) return [];
      const goal = `dithered, k = ${k}: SSIM no lower than libimagequant's`;
      return [{ goal, measured: `${ours.toFixed(4)} to ${theirs.toFixed(4)}`, isMet: ours >= theirs }];
    }),
  ];
}

function bestPeerGoal(group: readonly Measurement[], what: Figure, k: number): Goal {
  const averages = new Averages(group, what);
  const ours = averages.of(what.ours, k) ?? NaN;
  const peers = averages.contenders
    .filter((contender) => !isOurs(contender))
    .flatMap((contender) => ({ contender, value: averages.of(contender, k) ?? Infinity }));
  const best = peers.reduce((a, b) => (b.value < a.value ? b : a));
  return {
    goal: `${what.title.toLowerCase().replace('ciede', 'CIEDE')} no higher than the best peer's`,
    measured: `${figure(ours)} to ${figure(best.value)} (${best.contender})`,
    isMet: ours <= best.value,
  };
}

interface Pair {
  ours: number;
  theirs: number;
  text: string;
}

function speedGoals({ timings, measurements }: BenchResult): Goal[] {
  const goals: Goal[] = [];
  const select = (contender: string, [from, to]: readonly [number, number], k: number) =>
    timings.filter(
      (each) =>
        each.contender === contender && each.megapixels >= from && each.megapixels < to && each.k === k,
    );
  const compare = (
    ours: string,
    peer: string,
    range: readonly [number, number],
    k: number,
  ): Pair | undefined => {
    const other = select(peer, range, k);
    const own = select(ours, range, k).filter(({ image }) => other.some((each) => each.image === image));
    if (own.length === 0 || other.length === 0) return undefined;
    const [mine, theirs] = [mean(own.map(({ ms }) => ms)), mean(other.map(({ ms }) => ms))];
    const least = (timed: readonly Timing[]) => figure(mean(timed.map(({ leastMs }) => leastMs)));
    const text = `${figure(mine)} to ${figure(theirs)} ms, at best ${least(own)} to ${least(other)}`;
    return { ours: mine, theirs, text };
  };
  const wanted = (goal: string, times: number, pair: Pair | undefined) => {
    if (!pair) return;
    const ratio = pair.theirs / pair.ours;
    goals.push({ goal, measured: `${pair.text}: ${figure(ratio)} ×`, isMet: ratio >= times });
  };
  for (const ours of [OKLAB.quick, RGB.quick]) {
    for (const k of KS) {
      wanted(`${ours}, 0.4 MP, k = ${k}: no slower than upng-js`, 1, compare(ours, upngJs.name, SMALL, k));
    }
    for (const [size, range] of [
      [6, MEDIUM],
      [24, LARGE],
    ] as const) {
      for (const k of unique(timings.map((each) => each.k))) {
        const start = `${ours}, ${size} MP, k = ${k}`;
        wanted(`${start}: twice as fast as upng-js`, 2, compare(ours, upngJs.name, range, k));
        const slow = libimagequantSlow.name;
        wanted(`${start}: 5 times as fast as ${slow}`, 5, compare(ours, slow, range, k));
      }
    }
    for (const { name } of [textbookConverged, textbook]) {
      const rounds = select(name, SMALL, 64)[0]?.rounds;
      const plain = compare(ours, name, SMALL, 64);
      wanted(`${ours}, 0.4 MP, k = 64: 50 times as fast as ${name} (${rounds} rounds)`, 50, plain);
    }
    const large = select(ours, LARGE, 256)[0];
    if (large) {
      const measured = `${figure(large.ms)} ms, at best ${figure(large.leastMs)}`;
      goals.push({ goal: `${ours}, 24 MP, k = 256: under 300 ms`, measured, isMet: large.ms < 300 });
    }
  }
  const mse = new Averages(photographs({ measurements }), MSE);
  for (const k of KS) {
    const [ours, theirs] = [mse.of(RGB.quick, k), mse.of(pngquant.name, k)];
    if (ours === undefined || theirs === undefined) continue;
    const goal = `sRGB quick, k = ${k}: mean MSE no higher than pngquant's, speed 1`;
    goals.push({ goal, measured: `${figure(ours)} to ${figure(theirs)}`, isMet: ours <= theirs });
  }
  return goals;
}

function keptGoals({ keptTimings }: BenchResult): Goal[] {
  return unique(keptTimings.map(({ effort }) => effort)).map((effort) => {
    const times = keptTimings.filter((each) => each.effort === effort).map(({ ms }) => ms);
    const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)];
    return {
      goal: `a new palette with the histogram kept, ${effort}: median ≤ 20 ms, 95th percentile ≤ 50 ms`,
      measured: `${figure(half)} and ${figure(most)} ms`,
      isMet: half <= 20 && most <= 50,
    };
  });
}

function sizeGoals(result: BenchResult): Goal[] {
  const ours = { [TARGETS[0]!.title]: RGB.rest, [TARGETS[1]!.title]: OKLAB.rest };
  return TARGETS.map((target) => {
    const sizes = compareSizes(photographs(result), target, SIZE_REFERENCE);
    const own = sizes.find(({ contender }) => contender === ours[target.title]);
    const ratio = own?.toReference;
    return {
      goal: `bytes at ${target.title}: at least 4 % under pngquant's`,
      measured: ratio === undefined ? '–' : `${change(ratio)}, ${own!.images} photographs`,
      isMet: ratio === undefined ? undefined : ratio <= 0.96,
    };
  });
}

function rareGoals({ rare, memory }: BenchResult): Goal[] {
  const goals = memory.map(({ effort, bytesPerPixel, megapixels, k }) => ({
    goal: `memory beyond the picture, ${effort}, ${figure(megapixels)} MP, k = ${k}: 10 bytes a pixel`,
    measured: `${figure(bytesPerPixel)} bytes`,
    isMet: bytesPerPixel <= 10,
  }));
  const rareOnes = (rare ?? []).filter(({ keepRare }) => keepRare <= 25);
  return [
    ...goals,
    ...rareOnes.map(({ effort, keepRare, toOrange }) => ({
      goal: `clownfish, k = 16, ${effort}, rare colors ${keepRare} %: its orange is ${keepRare === 0 ? 'lost' : 'kept'} (0.06)`,
      measured: figure(toOrange),
      isMet: keepRare === 0 ? toOrange > 0.06 : toOrange <= 0.06,
    })),
  ];
}
