import upng from 'upng-js';
import type { Contender } from './peer';

export const upngJs: Contender = {
  name: 'upng-js',
  license: 'MIT',
  handlesAlpha: true,
  canDither: false,
  reduce: ({ rgba, width, height }, { k }, clock) => {
    const { buffer, byteOffset, byteLength } = rgba;
    const own = byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
    clock.start();
    const { bufs } = upng.quantize([own as ArrayBuffer], k); // decoded pictures are never in shared memory
    return { width, height, rgba: new Uint8Array(bufs[0]!) };
  },
};
