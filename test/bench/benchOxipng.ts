import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initSync, optimise } from '@jsquash/oxipng/codec/pkg/squoosh_oxipng.js';
import { projectRoot } from '../host/projectRoot';

const WASM = 'node_modules/@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm';
const LEVEL = 2;

let isReady = false;

/** The size of the same picture after oxipng, level 2: the same for everyone. */
export function optimizedBytes(png: Uint8Array): number {
  if (!isReady) initSync(readFileSync(join(projectRoot, WASM)));
  isReady = true;
  return Math.min(png.length, optimise(png, LEVEL, false, false).length);
}
