/** What an encoder thread of any kind does with a job: pictures or PNG files in, PNG files out. */
import { encodePicture } from './encodePicture';
import type { EncoderJob, EncoderReply } from './encoding';
import { optimizePng } from '../images/optimizePng';

/** Never rejects: what goes wrong becomes the reply. `post` gets the buffers that are moved, not copied. */
export async function encodeJob(
  job: EncoderJob,
  post: (reply: EncoderReply, transfer: ArrayBuffer[]) => void,
): Promise<void> {
  try {
    const png = 'png' in job ? await optimizePng(job.png) : encodePicture(job);
    post({ png }, [png.buffer]);
  } catch (error) {
    post({ message: String(error) }, []);
  }
}
