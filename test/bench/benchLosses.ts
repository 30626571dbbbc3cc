/** Where someone else is better: said as plainly as where we are. */
import { Averages } from './benchAverages';
import { compareSizes, TARGETS } from './benchEqualQuality';
import { CIEDE2000, DELTA_E, MSE, P95_DELTA_E, SSIM, type Figure } from './benchFigures';
import { KINDS } from './benchPicture';
import type { Measurement } from './benchRun';
import type { Timing } from './benchSpeed';
import { change, figure } from './benchTable';
import { isOurs, OUR_NAMES } from './peers/tessera';

/** Only at equal quality: at equal k the worst quantizers make the smallest files. */
function lossesOfSize(measurements: readonly Measurement[]): string[] {
  return KINDS.flatMap((kind) => {
    const group = measurements.filter((each) => each.kind === kind);
    return TARGETS.flatMap((target) => {
      const ours = [OUR_NAMES.oklab.rest, OUR_NAMES.rgb.rest].map((name) => {
        const smaller = compareSizes(group, target, name).filter(
          ({ contender, toReference = 1 }) => !isOurs(contender) && toReference < 1 - TIE,
        );
        return { name, smaller };
      });
      // Whoever is larger than either of us is no loss: one may choose.
      const [first, second] = ours;
      const both = first!.smaller.filter(({ contender }) =>
        second!.smaller.some((other) => other.contender === contender),
      );
      if (both.length === 0) return [];
      const who = both.map(({ contender, toReference, images }) => {
        return `${contender} ${change(toReference ?? 1)} (${images} pictures)`;
      });
      return [`${kind}, KB at ${target.title}, to ${first!.name}: ${who.join('; ')}`];
    });
  });
}

/** Closer than this is the same. */
const TIE = 0.001;

export function losses(measurements: readonly Measurement[], timings: readonly Timing[]): string[] {
  const lines: string[] = [];
  for (const kind of KINDS) {
    for (const dither of [false, true]) {
      const group = measurements.filter((each) => each.kind === kind && each.dither === dither);
      const figures = dither ? [SSIM] : [MSE, DELTA_E, P95_DELTA_E, CIEDE2000, SSIM];
      for (const what of figures) {
        const name = `${kind}${dither ? ', dithered' : ''}`;
        lines.push(...lossesOnAverage(group, what, name), ...lossesOnPictures(group, what, name));
      }
    }
  }
  return [...lines, ...lossesOfSize(measurements), ...lossesOfTime(timings)];
}

function lossesOnAverage(group: readonly Measurement[], what: Figure, name: string): string[] {
  const lines: string[] = [];
  const ks = new Averages(group, what).ks;
  for (const k of ks) {
    const better: string[] = [];
    for (const contender of new Averages(group, what).contenders.filter((each) => !isOurs(each))) {
      // Only pictures that both have, so that whoever was measured on fewer is compared fairly.
      const own = group.filter((each) => each.k === k && each.contender === contender);
      const images = new Set(own.map(({ image }) => image));
      const both = group.filter(
        (each) => each.k === k && images.has(each.image) && [contender, what.ours].includes(each.contender),
      );
      const averages = new Averages(both, what);
      const [ours, theirs] = [averages.of(what.ours, k), averages.of(contender, k)];
      if (ours !== undefined && theirs !== undefined && isBetter(theirs, ours, what)) {
        better.push(`${contender} ${figure(theirs)} to our ${figure(ours)} (${images.size} pictures)`);
      }
    }
    if (better.length > 0) lines.push(`${name}, ${what.title}, k = ${k}, on average: ${better.join('; ')}`);
  }
  return lines;
}

/** On single pictures only the figures that stand for the whole: error, ΔE. */
function lossesOnPictures(group: readonly Measurement[], what: Figure, name: string): string[] {
  if (what !== MSE && what !== DELTA_E) return [];
  const averages = new Averages(group, what);
  const lines: string[] = [];
  for (const k of averages.ks) {
    for (const image of averages.images) {
      const ours = averages.ofImage(what.ours, k, image);
      if (ours === undefined) continue;
      let best: { contender: string; value: number } | undefined;
      for (const contender of averages.contenders) {
        const value = isOurs(contender) ? undefined : averages.ofImage(contender, k, image);
        if (value !== undefined && value < (best?.value ?? Infinity)) best = { contender, value };
      }
      if (best && isBetter(best.value, ours, what)) {
        const by = change(ours / best.value);
        lines.push(
          `${name}, ${what.title}, k = ${k}, ${image}: ${best.contender} ${figure(best.value)}, we ${by}`,
        );
      }
    }
  }
  return lines;
}

function isBetter(theirs: number, ours: number, { isHigherBetter }: Figure): boolean {
  return isHigherBetter ? theirs > ours * (1 + TIE) : theirs < ours * (1 - TIE);
}

function lossesOfTime(timings: readonly Timing[]): string[] {
  const lines: string[] = [];
  for (const name of [OUR_NAMES.oklab.quick, OUR_NAMES.rgb.quick]) {
    for (const ours of timings.filter(({ contender }) => contender === name)) {
      const quicker = timings.filter(
        (each) =>
          !isOurs(each.contender) && each.image === ours.image && each.k === ours.k && each.ms < ours.ms,
      );
      if (quicker.length === 0) continue;
      const who = quicker.map(({ contender, ms }) => `${contender} ${figure(ms)} ms`).join(', ');
      lines.push(`time, ${ours.image}, k = ${ours.k}: ${who}; ${name} ${figure(ours.ms)} ms`);
    }
  }
  return lines;
}
