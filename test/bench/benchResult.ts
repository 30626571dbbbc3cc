/** All that a run measured; written as it is to out/bench.json. */
import type { KeptTiming } from './benchKept';
import type { MemoryResult } from './benchMemory';
import type { RareResult } from './benchRare';
import type { Measurement } from './benchRun';
import type { Timing } from './benchSpeed';

export interface BenchResult {
  machine: string;
  absent: string[];
  measurements: Measurement[];
  timings: Timing[];
  /** Ours alone, against the number of colors. */
  timingsOfK: Timing[];
  keptTimings: KeptTiming[];
  memory: MemoryResult[];
  rare?: RareResult[];
  known?: KnownErrors;
}

/** MSE of others on the same pictures, measured elsewhere: by file name and k. */
export type KnownErrors = Record<string, Record<string, { mse: number; sklearn: number }>>;
