/** Entry of the encoder thread in Node: pictures or PNG files in, PNG files out. */
import { parentPort } from 'node:worker_threads';
import type { EncoderJob, EncoderReply } from './encoding';
import { encodePicture } from './encodePicture';
import { optimizePng } from '../images/optimizePng';

const port = parentPort;
if (!port) throw new Error('The encoder runs in a worker thread.');

port.on('message', async (job: EncoderJob) => {
  try {
    const png = 'png' in job ? await optimizePng(job.png) : encodePicture(job);
    port.postMessage({ png } satisfies EncoderReply, [png.buffer]);
  } catch (error) {
    port.postMessage({ message: String(error) } satisfies EncoderReply);
  }
});
