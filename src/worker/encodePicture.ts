import { encodePng } from '../images/encodePng';
import { encodeSamples } from '../images/encodeSamples';
import type { EncoderJob } from './encoding';

/** The picture as a PNG file. */
export function encodePicture(job: Exclude<EncoderJob, { png: unknown }>): Uint8Array<ArrayBuffer> {
  return 'picture' in job ? encodePng(job.picture) : encodeSamples(job.samples);
}
