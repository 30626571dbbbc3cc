/**
 * How long everyone takes, each in a process of its own (`speedProbe.ts`) but never two at a time. The same picture
 * goes round all contenders, several times (A B C A B C), so that a machine that gets slower does so for all; the
 * medians count. One thread, warmed up first.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder } from '../host/temporaryFolder';
import type { BenchImage } from './benchImages';
import { suits } from './benchRun';
import { median } from './benchTable';
import type { Contender } from './peers/peer';
import type { ProbeImage, ProbeReply, ProbeRequest } from './speedProbe';

export interface Timing {
  contender: string;
  image: string;
  megapixels: number;
  k: number;
  ms: number;
  /** The quickest run: on a busy machine nearer to the truth. */
  leastMs: number;
  paletteMs?: number;
  /** Rounds of k-means, where the contender says so. */
  rounds?: number;
}

export interface Round {
  image: BenchImage;
  k: number;
  repeats: number;
}

/** For each contender, ms: two or three runs leave half the code of some to the interpreter. */
const WARM_UP_MS = 1500;
/** Who takes longer than this is not asked again, like slow contenders: what a busy machine adds is small beside it. */
const LONG_MS = 1000;

const PROBE = join(__dirname, 'speedProbe.js');

/** The processes of all contenders, and the pictures they were given. */
export class SpeedTrack {
  private readonly probes = new Map<Contender, ChildProcess>();
  private readonly images = new Map<BenchImage, ProbeImage>();
  private readonly folder = createTemporaryFolder('bench');

  /** Everyone who is not slow, on a small picture. */
  async warmUp(contenders: readonly Contender[], image: BenchImage): Promise<void> {
    for (const contender of contenders) {
      if (contender.isSlow || !suits(contender, image, { dither: false })) continue;
      const start = performance.now();
      for (let run = 0; run < 2 || performance.now() - start < WARM_UP_MS; run++) {
        await this.run(contender, image, run % 2 === 0 ? 16 : 256);
      }
    }
  }

  /** How long each takes on one picture. */
  async time(contenders: readonly Contender[], { image, k, repeats }: Round): Promise<Timing[]> {
    const runners = contenders.filter((contender) => suits(contender, image, { dither: false }));
    const wholes = new Map<Contender, number[]>();
    const palettes = new Map<Contender, number[]>();
    const roundsOf = new Map<Contender, number | undefined>();
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const contender of runners) {
        const isKnown = contender.isSlow || (wholes.get(contender)?.[0] ?? 0) > LONG_MS;
        if (repeat > 0 && (isKnown || !wholes.has(contender))) continue;
        const { whole, palette, rounds } = await this.run(contender, image, k);
        if (whole === undefined) continue;
        roundsOf.set(contender, rounds);
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
      rounds: roundsOf.get(contender),
    }));
  }

  /** Ends all processes. */
  stop(): void {
    for (const probe of this.probes.values()) probe.disconnect();
    this.folder.remove();
  }

  private run(contender: Contender, image: BenchImage, k: number): Promise<ProbeReply> {
    const probe = this.probeOf(contender);
    const request: ProbeRequest = { image: this.fileOf(image), k };
    return new Promise((resolve, reject) => {
      const onExit = () => reject(new Error(`The process of ${contender.name} ended.`));
      probe.once('exit', onExit);
      probe.once('message', (reply: ProbeReply) => {
        probe.off('exit', onExit);
        resolve(reply);
      });
      probe.send(request);
    });
  }

  private probeOf(contender: Contender): ChildProcess {
    const probe = this.probes.get(contender) ?? fork(PROBE, [contender.name]);
    this.probes.set(contender, probe);
    return probe;
  }

  private fileOf(image: BenchImage): ProbeImage {
    const known = this.images.get(image);
    if (known) return known;
    const { pixels, ...rest } = image;
    const file = join(this.folder.path, String(this.images.size));
    writeFileSync(file, pixels.rgba);
    const probeImage = { ...rest, file, width: pixels.width, height: pixels.height };
    this.images.set(image, probeImage);
    return probeImage;
  }
}
