/** The run as Markdown: what it comes to first, then the tables. */
import { LARGE_MEGAPIXELS } from './benchAccuracy';
import { averageTable, Averages, unique } from './benchAverages';
import { equalQualityTable } from './benchEqualQuality';
import {
  BYTES,
  CIEDE2000,
  DELTA_E,
  MSE,
  OPTIMIZED_BYTES,
  P95_DELTA_E,
  SSIM,
  type Figure,
} from './benchFigures';
import { goalsTable } from './benchGoals';
import { losses } from './benchLosses';
import { KINDS } from './benchPicture';
import type { BenchResult } from './benchResult';
import type { Measurement } from './benchRun';
import { figure, mean, table } from './benchTable';
import { colorsTable, keptTable, pixelsTable, speedTable } from './benchTimeTables';
import type { Contender } from './peers/peer';
import { pngquant } from './peers/pngquant';
import { isOurs } from './peers/tessera';
import { libimagequantSlow } from './peers/libimagequant';

export function report(result: BenchResult, contenders: readonly Contender[]): string {
  const { measurements, timings } = result;
  const isLarge = ({ megapixels }: Measurement) => megapixels > LARGE_MEGAPIXELS;
  const plain = measurements.filter(({ dither }) => !dither);
  const blocks = ['# Bench', notes(result, contenders), '## Goals', goalsTable(result), '## Where we lose'];
  const lost = losses(measurements, timings);
  blocks.push(lost.length > 0 ? lost.map((line) => `- ${line}`).join('\n') : 'Nowhere in this run.');

  blocks.push('## Speed');
  for (const [from, to] of [
    [0, 1],
    [5, 8],
    [20, 30],
  ] as const) {
    const ofSize = timings.filter(({ megapixels }) => megapixels >= from && megapixels < to);
    if (ofSize.length > 0) blocks.push(speedTable(ofSize));
  }
  for (const k of [16, 256]) blocks.push(pixelsTable(timings, k));
  blocks.push(colorsTable(result.timingsOfK), keptTable(result.keptTimings), memoryTable(result));

  for (const kind of KINDS) {
    const ofKind = plain.filter((each) => each.kind === kind && !isLarge(each));
    if (ofKind.length === 0) continue;
    blocks.push(`## ${kind[0]!.toUpperCase()}${kind.slice(1)}, no dither`);
    const atFullKs = ofKind.filter(({ k }) => [8, 16, 64, 256].includes(k));
    for (const what of [MSE, DELTA_E, P95_DELTA_E, CIEDE2000]) blocks.push(averageTable(atFullKs, what));
    blocks.push(averageTable(atFullKs, SSIM, 4));
    const sampled = sampledOf(atFullKs);
    blocks.push('Some of the pictures, with those who take long:');
    for (const what of [MSE, DELTA_E, BYTES, OPTIMIZED_BYTES]) blocks.push(averageTable(sampled, what));
  }
  const large = plain.filter(isLarge);
  if (large.length > 0)
    blocks.push('## Large pictures', averageTable(large, MSE), averageTable(large, DELTA_E));

  const photographs = measurements.filter((each) => each.kind === 'photographs' && !isLarge(each));
  const reference = contenders.includes(pngquant) ? pngquant.name : libimagequantSlow.name;
  blocks.push('## Size at equal quality, photographs', equalQualityTable(photographs, reference));
  const dithered = photographs.filter(({ dither }) => dither);
  if (dithered.length > 0) blocks.push('## Photographs, dithered', averageTable(dithered, SSIM, 4));
  if (result.rare) blocks.push('## Rare colors: the clownfish, k = 16', rareTable(result));
  blocks.push('## What improving at rest gains', improvementTable(plain));
  blocks.push('## Every picture', pictureTable(plain, MSE), pictureTable(plain, DELTA_E));
  return blocks.join('\n\n');
}

function notes({ machine, absent, measurements }: BenchResult, contenders: readonly Contender[]): string {
  const pictures = unique(measurements.map(({ image }) => image)).length;
  const lines = [
    `${machine}. ${pictures} pictures. One process, one thread, medians; errors of translucent pixels are means over black and white.`,
    ...absent.map((line) => `Missing: ${line}`),
  ];
  const who = contenders.map(({ name, license, note }) => `- ${name} (${license})${note ? `: ${note}` : ''}`);
  return [...lines, '', ...who].join('\n');
}

/** Of the pictures that every contender of the kind was given. */
function sampledOf(measurements: readonly Measurement[]): Measurement[] {
  const sampled = new Set(measurements.flatMap(({ bytes, image }) => (bytes === undefined ? [] : [image])));
  return measurements.filter(({ image }) => sampled.has(image));
}

function memoryTable({ memory }: BenchResult): string {
  const rows = memory.map(({ effort, k, megapixels, bytesPerPixel }) => [
    `${effort}, ${figure(megapixels)} MP, k = ${k}`,
    figure(bytesPerPixel),
  ]);
  return table(['Memory beyond the picture', 'bytes a pixel'], rows);
}

function rareTable({ rare = [] }: BenchResult): string {
  const rows = rare.map(({ effort, keepRare, toOrange, mse, deltaE }) => [
    `${effort}, ${keepRare} %`,
    toOrange.toFixed(3),
    figure(mse),
    figure(100 * deltaE),
  ]);
  return table(['Rare colors kept', 'OKLab distance to the orange', 'MSE', 'mean ΔE × 100'], rows);
}

function improvementTable(measurements: readonly Measurement[]): string {
  const improved = measurements.filter(({ improvement = 0 }) => improvement > 0);
  const ks = unique(improved.map(({ k }) => k)).sort((a, b) => a - b);
  const rows = unique(improved.map(({ contender }) => contender)).map((contender) => [
    contender,
    ...ks.map((k) => {
      const own = improved.filter((each) => each.contender === contender && each.k === k);
      return own.length > 0
        ? `−${(100 * mean(own.map(({ improvement = 0 }) => improvement))).toFixed(2)} %`
        : '–';
    }),
  ]);
  return table(['Squared error in the working space', ...ks.map((k) => `k = ${k}`)], rows);
}

/** We and the best of the others, picture by picture. */
function pictureTable(measurements: readonly Measurement[], what: Figure): string {
  const averages = new Averages(measurements, what);
  const ks = averages.ks.filter((k) => [8, 16, 64, 256].includes(k));
  const rows = averages.images.map((image) => [
    image,
    ...ks.map((k) => {
      const ours = averages.ofImage(what.ours, k, image);
      let best = { contender: '', value: Infinity };
      for (const contender of averages.contenders) {
        const value = isOurs(contender) ? undefined : averages.ofImage(contender, k, image);
        if (value !== undefined && value < best.value) best = { contender, value };
      }
      return ours === undefined ? '–' : `${figure(ours)} / ${figure(best.value)} ${best.contender}`;
    }),
  ]);
  return table([`${what.title}: ours / the best other`, ...ks.map((k) => `k = ${k}`)], rows);
}
