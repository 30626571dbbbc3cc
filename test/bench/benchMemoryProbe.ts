/**
 * Reduces a picture in a process of its own, and prints the bytes that took beyond what the process had with the
 * picture in memory: `node benchMemoryProbe.js <raw RGBA file> <width> <height> <k> <effort>`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { ImageReducer } from '../../src/engine/reduce';
import { runToEnd } from '../../src/engine/steps';

const [file, width, height, k, effort] = process.argv.slice(2);
const own = readFileSync(file!);
const rgba = new Uint8Array(own.buffer, own.byteOffset, own.length);
const before = process.memoryUsage.rss();
const reducer = new ImageReducer({ width: Number(width), height: Number(height), rgba });
const limits = { effort: effort === 'rest' ? 'rest' : 'quick' } as const;
runToEnd(reducer.reduce({ ...DEFAULT_OPTIONS, k: Number(k) }, limits));
console.log(peakMemory() - before);

/** In bytes. What Node says includes the parent's at the start of this process, so Linux is asked where it is there. */
function peakMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
  return 1024 * (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes));
}
