/** Entry of the encoder thread in Node: pictures in, PNG bytes out. */
import { parentPort } from 'node:worker_threads';
import type { IndexedPixels } from '../engine/pixels';
import { encodePng } from '../images/encodePng';
import type { EncoderReply } from './encoding';

const port = parentPort;
if (!port) throw new Error('The encoder runs in a worker thread.');

port.on('message', (picture: IndexedPixels) => {
  try {
    const png = encodePng(picture);
    port.postMessage({ png } satisfies EncoderReply, [png.buffer]);
  } catch (error) {
    port.postMessage({ message: String(error) } satisfies EncoderReply);
  }
});
