/** Averages over pictures, only of those who were measured on all of them. */
import type { Figure } from './benchFigures';
import type { Measurement } from './benchRun';
import { figure, mean, table } from './benchTable';

export class Averages {
  readonly images: readonly string[];
  readonly contenders: readonly string[];
  readonly ks: readonly number[];
  private readonly values = new Map<string, Map<string, number>>();

  constructor(measurements: readonly Measurement[], { value }: Figure) {
    const measured = measurements.filter((each) => value(each) !== undefined);
    this.images = unique(measured.map(({ image }) => image));
    this.contenders = unique(measured.map(({ contender }) => contender));
    this.ks = unique(measured.map(({ k }) => k)).sort((a, b) => a - b);
    for (const each of measured) {
      const key = `${each.contender}\n${each.k}`;
      const ofImages = this.values.get(key) ?? new Map<string, number>();
      this.values.set(key, ofImages.set(each.image, value(each)!));
    }
  }

  /** The mean over all pictures; `undefined` when one of them is missing. */
  of(contender: string, k: number): number | undefined {
    const ofImages = this.values.get(`${contender}\n${k}`);
    return ofImages?.size === this.images.length ? mean([...ofImages.values()]) : undefined;
  }

  ofImage(contender: string, k: number, image: string): number | undefined {
    return this.values.get(`${contender}\n${k}`)?.get(image);
  }
}

/** A row for each contender, a column for each k; the best of a column in bold. */
export function averageTable(measurements: readonly Measurement[], what: Figure, digits?: number): string {
  const averages = new Averages(measurements, what);
  const { contenders, ks, images } = averages;
  const best = ks.map((k) => {
    const all = contenders.flatMap((contender) => averages.of(contender, k) ?? []);
    return what.isHigherBetter ? Math.max(...all) : Math.min(...all);
  });
  const rows = contenders
    .filter((contender) => ks.some((k) => averages.of(contender, k) !== undefined))
    .map((contender) => [
      contender,
      ...ks.map((k, column) => {
        const value = averages.of(contender, k);
        const text = value === undefined || digits === undefined ? figure(value) : value.toFixed(digits);
        return value === best[column] ? `**${text}**` : text;
      }),
    ]);
  const count = images.length === 1 ? '1 picture' : `${images.length} pictures`;
  return table([`${what.title}, ${count}`, ...ks.map((k) => `k = ${k}`)], rows);
}

export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
