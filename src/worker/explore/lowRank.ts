import { downscale } from '../../engine/downscale';
import { comparePictures } from '../../engine/explore/comparePictures';
import { factorize, mostComponents, type LowRankProgress } from '../../engine/explore/lowRank/factorize';
import { lowRankPicture, lowRankPreview } from '../../engine/explore/lowRank/reconstruct';
import { workingSize } from '../../engine/explore/lowRank/workingSize';
import type { Pixels } from '../../engine/pixels';
import type { ImageReducer } from '../../engine/reduce';
import type { Steps } from '../../engine/steps';
import type { ExploreExport, ExportAnswer, ExportProgress } from '../../shared/explore/exports';
import type { LowRankAnswer, LowRankStep } from '../../shared/explore/lowRank';
import type { ExploreQuestion } from '../../shared/explore/questions';
import type { AnswerContext } from './answerContext';

/** The same every time: what is saved is what was seen. */
const SEED = 1;
/** Previews are worth their time when something can be seen to change. */
const MS_BETWEEN_PREVIEWS = 250;
const PREVIEW_PIXELS = 4e5;

/** Of the whole work; the rest is measuring and writing. */
const FACTORIZING_SHARE = 0.85;

/** The last answer of each image, for saving it. */
const lastAnswers = new WeakMap<ImageReducer, LowRankAnswer>();

export async function answerLowRank(
  { components }: { components: Extract<ExploreQuestion, { kind: 'lowRank' }>['components'] },
  context: AnswerContext<LowRankStep>,
): Promise<LowRankAnswer> {
  const { pixels } = context.reducer;
  const last = lastAnswers.get(context.reducer);
  const wanted = Math.min(components, mostComponents(pixels.width, pixels.height));
  if (last?.components === wanted) return { ...last, png: last.png.slice() };
  const { width, height } = workingSize(pixels.width, pixels.height);
  const original = await context.run(downscale(pixels, width, height));
  const K = Math.min(components, mostComponents(width, height));
  const previews = new Previews(original, context);
  const { channels, iterations } = await context.run(
    previews.among(factorize(original, { components: K, seed: SEED })),
  );
  previews.end();
  const picture = await context.run(lowRankPicture(channels, original));
  const encoding = context.encode({ samples: { width, height, kind: 'rgba', rows: picture.rgba } });
  // The encoder works in a thread of its own, so both go on at once; neither failure may go unnoticed.
  const [png, { psnr, ssim, meanCiede2000 }] = await Promise.all([
    encoding,
    context.run(comparePictures(original, picture)),
  ]);
  const answer: LowRankAnswer = {
    png,
    width,
    height,
    components: K,
    iterations,
    psnr: Number.isFinite(psnr) ? psnr : null,
    ssim,
    meanCiede2000,
  };
  lastAnswers.set(context.reducer, answer);
  return { ...answer, png: png.slice() }; // what is sent may be moved away
}

/** The very file that was seen last, or made now. */
export async function lowRankFile(
  { components }: Extract<ExploreExport, { kind: 'lowRankPicture' }>,
  context: AnswerContext<ExportProgress>,
): Promise<ExportAnswer> {
  const report = ({ done }: LowRankStep) => context.report({ share: done });
  const { png } = await answerLowRank({ components }, { ...context, report });
  return { bytes: png };
}

/** Tells of each iteration, now and then with what the picture looks like. */
class Previews {
  private lastAt = 0;
  private isEncoding = false;
  private latest: LowRankStep | undefined;

  constructor(
    private readonly original: Pixels,
    private readonly context: AnswerContext<LowRankStep>,
  ) {}

  *among<T>(steps: Steps<T, LowRankProgress | undefined>): Steps<T, undefined> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (step.value) yield* this.tell(step.value);
      yield;
    }
  }

  /** From now on the picture itself is made. */
  end(): void {
    if (this.latest) this.report({ ...this.latest, done: FACTORIZING_SHARE, isMeasuring: true });
  }

  private *tell({ channels, ...progress }: LowRankProgress): Steps<void, undefined> {
    this.report({ ...progress, done: FACTORIZING_SHARE * progress.done });
    const now = performance.now();
    if (this.isEncoding || now - this.lastAt < MS_BETWEEN_PREVIEWS) return;
    this.lastAt = now;
    this.show(yield* lowRankPreview(channels, this.original, PREVIEW_PIXELS));
  }

  private report(step: LowRankStep): void {
    this.latest = step;
    this.context.report(step);
  }

  private show({ width, height, rgba }: Pixels): void {
    this.isEncoding = true;
    this.context
      .encode({ samples: { width, height, kind: 'rgba', rows: rgba, isQuick: true } })
      .then((preview) => this.latest && this.context.report({ ...this.latest, preview }))
      .catch(() => undefined) // withdrawn with the question, or the final encoding says what is wrong
      .finally(() => (this.isEncoding = false));
  }
}
