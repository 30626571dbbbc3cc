/**
 * Bytes at equal quality: at equal k a bad quantizer makes small files. Between the k that were measured, the
 * logarithm of the bytes is taken to run straight against PSNR and against the logarithm of ΔE.
 */
import { unique } from './benchAverages';
import type { Measurement } from './benchRun';
import { figure, mean, table } from './benchTable';

export interface QualityTarget {
  title: string;
  /** Rises with quality. */
  quality: (measurement: Measurement) => number;
  at: number;
}

export const TARGETS: readonly QualityTarget[] = [
  { title: 'PSNR 32 dB', quality: ({ psnr }) => psnr, at: 32 },
  { title: 'ΔE 1.5', quality: ({ deltaE }) => -Math.log(deltaE), at: -Math.log(0.015) },
];

export interface SizeComparison {
  contender: string;
  /** Mean over the pictures on which everyone in the table gets there. */
  kilobytes: number | undefined;
  /** Geometric mean of the ratio to the reference, over the pictures on which both get there. */
  toReference: number | undefined;
  images: number;
}

export function compareSizes(
  measurements: readonly Measurement[],
  target: QualityTarget,
  reference: string,
): SizeComparison[] {
  const encoded = measurements.filter(
    ({ optimizedBytes, dither }) => optimizedBytes !== undefined && !dither,
  );
  const images = unique(encoded.map(({ image }) => image));
  const contenders = unique(encoded.map(({ contender }) => contender));
  const sizes = new Map(
    contenders.map((contender) => [
      contender,
      images.map((image) =>
        bytesAt(
          encoded.filter((each) => each.contender === contender && each.image === image),
          target,
        ),
      ),
    ]),
  );
  const serious = [...sizes.values()].filter((ofImages) => ofImages.some((size) => size !== undefined));
  const common = images.flatMap((_, i) =>
    serious.every((ofImages) => ofImages[i] !== undefined) ? [i] : [],
  );
  return contenders.map((contender) => {
    const own = sizes.get(contender)!;
    const ratios = own.flatMap((size, i) => {
      const other = sizes.get(reference)?.[i];
      return size !== undefined && other !== undefined ? [Math.log(size / other)] : [];
    });
    const ofCommon = common.flatMap((i) => own[i] ?? []);
    return {
      contender,
      kilobytes: ofCommon.length > 0 ? mean(ofCommon) / 1024 : undefined,
      toReference: ratios.length > 0 ? Math.exp(mean(ratios)) : undefined,
      images: ratios.length,
    };
  });
}

function bytesAt(measurements: readonly Measurement[], { quality, at }: QualityTarget): number | undefined {
  const points = [...measurements].sort((a, b) => a.k - b.k);
  for (let i = 1; i < points.length; i++) {
    const [low, high] = [points[i - 1]!, points[i]!];
    const [from, to] = [quality(low), quality(high)];
    if (from <= at && at <= to) {
      const share = to === from ? 0 : (at - from) / (to - from);
      return Math.exp(Math.log(low.optimizedBytes!) * (1 - share) + Math.log(high.optimizedBytes!) * share);
    }
  }
  return undefined;
}

export function equalQualityTable(measurements: readonly Measurement[], reference: string): string {
  const columns = TARGETS.map((target) => compareSizes(measurements, target, reference));
  const head = ['KB after oxipng', ...TARGETS.flatMap(({ title }) => [title, `to ${reference}`, 'pictures'])];
  const rows = columns[0]!.map(({ contender }, row) => [
    contender,
    ...columns.flatMap((column) => {
      const { kilobytes, toReference, images } = column[row]!;
      return [figure(kilobytes), toReference === undefined ? '–' : toReference.toFixed(3), String(images)];
    }),
  ]);
  return table(head, rows);
}
