import type { ReduceOptions } from '../../engine/options';
import type { ImageReducer } from '../../engine/reduce';
import type { Remapped } from '../../engine/remap';
import type { Steps } from '../../engine/steps';
import type { EncoderJob } from '../encoding';

/** What the answer to a question is found with. */
export interface AnswerContext<Progress = unknown> {
  /** The image, with its histograms. */
  reducer: ImageReducer;
  /** The picture at rest for these options: the one that pages show, or computed. */
  result(options: ReduceOptions): Promise<Remapped>;
  /** Runs long work, which pauses for messages and ends with `Cancelled` when the question is withdrawn. */
  run<T, P>(steps: Steps<T, P>, onStep?: (progress: P) => void): Promise<T>;
  /** Encodes beside this thread. */
  encode(job: EncoderJob): Promise<Uint8Array<ArrayBuffer>>;
  /** Tells the page how far it is. */
  report(progress: Progress): void;
}
