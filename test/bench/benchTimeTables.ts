/** Tables of times: against everyone, against the number of pixels, of colors, and of palettes alone. */
import { unique } from './benchAverages';
import type { KeptTiming } from './benchKept';
import type { Timing } from './benchSpeed';
import { figure, mean, quantile, table } from './benchTable';
import { OUR_NAMES } from './peers/tessera';

/**
 * Everyone on pictures of one size: the mean of the pictures' medians, and how many times ours on the same pictures
 * that is. Slow contenders have one picture.
 */
export function speedTable(timings: readonly Timing[]): string {
  const contenders = unique(timings.map(({ contender }) => contender));
  const ks = unique(timings.map(({ k }) => k)).sort((a, b) => a - b);
  const images = unique(timings.map(({ image }) => image));
  const timesOf = (contender: string, k: number) =>
    timings.filter((each) => each.contender === contender && each.k === k);
  const rows = contenders.map((contender) => [
    contender,
    ...ks.flatMap((k) => {
      const own = timesOf(contender, k);
      if (own.length === 0) return ['–', '–'];
      const whole = mean(own.map(({ ms }) => ms));
      const same = timesOf(OUR_NAMES.oklab.quick, k).filter(({ image }) =>
        own.some((each) => each.image === image),
      );
      const ours = mean(same.map(({ ms }) => ms));
      const palettes = own.flatMap(({ paletteMs }) => paletteMs ?? []);
      const stages =
        palettes.length === own.length
          ? ` (${figure(mean(palettes))} + ${figure(whole - mean(palettes))})`
          : '';
      return [`${figure(whole)}${stages}`, `${figure(whole / ours)} ×`];
    }),
  ]);
  const size = figure(mean(timings.map(({ megapixels }) => megapixels)));
  const title = `ms: whole (palette + remap), ${size} MP, ${images.length} pictures`;
  return table([title, ...ks.flatMap((k) => [`k = ${k}`, 'to ours'])], rows);
}

/** One contender a row, one size a column. */
export function pixelsTable(timings: readonly Timing[], k: number): string {
  const atK = timings.filter((each) => each.k === k);
  const sizes = unique(atK.map(({ megapixels }) => Math.round(megapixels * 10) / 10)).sort((a, b) => a - b);
  const rows = unique(atK.map(({ contender }) => contender)).map((contender) => [
    contender,
    ...sizes.map((size) => {
      const own = atK.filter(
        (each) => each.contender === contender && Math.round(each.megapixels * 10) / 10 === size,
      );
      return figure(own.length > 0 ? mean(own.map(({ ms }) => ms)) : undefined);
    }),
  ]);
  return table([`ms, k = ${k}`, ...sizes.map((size) => `${size} MP`)], rows);
}

export function colorsTable(timings: readonly Timing[]): string {
  const ks = unique(timings.map(({ k }) => k)).sort((a, b) => a - b);
  const rows = unique(timings.map(({ contender, image }) => `${contender}\n${image}`)).map((key) => {
    const own = timings.filter(({ contender, image }) => `${contender}\n${image}` === key);
    const { contender, megapixels } = own[0]!;
    return [
      `${contender}, ${figure(megapixels)} MP`,
      ...ks.map((k) => figure(own.find((each) => each.k === k)?.ms)),
    ];
  });
  return table(['ms against k', ...ks.map(String)], rows);
}

export function keptTable(timings: readonly KeptTiming[]): string {
  const groups = unique(timings.map(({ space, effort }) => `${space}, ${effort}`));
  const rows = groups.map((group) => {
    const own = timings.filter(({ space, effort }) => `${space}, ${effort}` === group);
    const times = own.map(({ ms }) => ms);
    const worst = own.reduce((a, b) => (b.ms > a.ms ? b : a));
    return [
      group,
      figure(quantile(times, 0.5)),
      figure(quantile(times, 0.95)),
      `${figure(worst.ms)} (${worst.image}, k = ${worst.k})`,
      String(times.length),
    ];
  });
  return table(['ms for a new palette', 'median', '95th percentile', 'worst', 'palettes'], rows);
}
