/**
 * Reduces a picture in a process of its own, and prints the bytes that took beyond what the process had with the
 * picture in memory: `node benchMemoryProbe.js <raw RGBA file> <width> <height> <k> <effort>`.
 */
import { readFileSync } from 'node:fs';
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
console.log(process.resourceUsage().maxRSS * 1024 - before);
