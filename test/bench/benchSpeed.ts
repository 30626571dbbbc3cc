/**
 * How long everyone takes. The same picture goes round all contenders, several times (A B C A B C), so that a
 * machine that gets slower does so for all; the medians count. One process, one thread, warmed up first.
 */
import type { BenchImage } from './benchImages';
import { suits, timedRun } from './benchRun';
import { median } from './benchTable';
import type { Contender } from './peers/peer';

export interface Timing {
  contender: string;
  image: string;
  megapixels: number;
  k: number;
  ms: number;
  /** The quickest run: on a busy machine nearer to the truth. */
  leastMs: number;
  paletteMs?: number;
}

export interface Round {
  image: BenchImage;
  k: number;
  repeats: number;
}

/** For each contender, ms: two or three runs leave half the code of some to the interpreter. */
const WARM_UP_MS = 1500;

export async function warmUp(contenders: readonly Contender[], image: BenchImage): Promise<void> {
  for (const contender of contenders) {
    if (contender.isSlow || !suits(contender, image, { dither: false })) continue;
    const start = performance.now();
    for (let run = 0; run < 2 || performance.now() - start < WARM_UP_MS; run++) {
      await timedRun(contender, image, { k: run % 2 === 0 ? 16 : 256, dither: false });
    }
  }
}

/** Who takes longer than this is not asked again, like slow contenders: what a busy machine adds is small beside it. */
const LONG_MS = 1000;

/** How long each takes on one picture. */
export async function timeRound(
  contenders: readonly Contender[],
  { image, k, repeats }: Round,
): Promise<Timing[]> {
  const runners = contenders.filter((contender) => suits(contender, image, { dither: false }));
  const wholes = new Map<Contender, number[]>();
  const palettes = new Map<Contender, number[]>();
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const contender of runners) {
      const isKnown = contender.isSlow || (wholes.get(contender)?.[0] ?? 0) > LONG_MS;
      if (repeat > 0 && (isKnown || !wholes.has(contender))) continue;
      const run = await timedRun(contender, image, { k, dither: false });
      if (!run) continue;
      const { whole, palette } = run.clock;
      wholes.set(contender, [...(wholes.get(contender) ?? []), whole]);
      if (palette !== undefined) palettes.set(contender, [...(palettes.get(contender) ?? []), palette]);
    }
  }
  return [...wholes].map(([contender, times]) => ({
    contender: contender.name,
    image: image.name,
    megapixels: image.megapixels,
    k,
    ms: median(times),
    leastMs: Math.min(...times),
    paletteMs: palettes.has(contender) ? median(palettes.get(contender)!) : undefined,
  }));
}
