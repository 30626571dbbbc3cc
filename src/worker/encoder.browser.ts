/** Entry of the encoder thread on the web. */
import { encodeJob } from './encodeJob';
import type { EncoderJob } from './encoding';
import { holdLifeline } from './lifeline';

holdLifeline();

addEventListener('message', ({ data }: MessageEvent<EncoderJob>) =>
  encodeJob(data, (reply, transfer) => postMessage(reply, { transfer })),
);
