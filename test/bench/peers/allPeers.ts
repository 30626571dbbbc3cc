/** Everyone who is compared with us, in the order of the tables. */
import { gifenc444, gifenc565 } from './gifenc';
import { imageQNeuQuant, imageQWu } from './imageQ';
import { jimpQuantize } from './jimpQuantize';
import { libimagequantFast, libimagequantSlow } from './libimagequant';
import type { Contender } from './peer';
import { pngquant } from './pngquant';
import { quantizeMmcq } from './quantizeMmcq';
import { sharpPalette } from './sharpPalette';
import { textbook } from './textbookPeer';
import { upngJs } from './upng';

export const ALL_PEERS: readonly Contender[] = [
  libimagequantSlow,
  libimagequantFast,
  pngquant,
  sharpPalette,
  imageQWu,
  imageQNeuQuant,
  upngJs,
  gifenc565,
  gifenc444,
  quantizeMmcq,
  jimpQuantize,
  textbook,
];
