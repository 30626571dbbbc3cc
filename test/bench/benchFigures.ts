/** The figures of the tables: what they are called, which way is better, and which of our two spaces is for them. */
import type { Measurement } from './benchRun';
import { OUR_NAMES } from './peers/tessera';

export interface Figure {
  title: string;
  value: (measurement: Measurement) => number | undefined;
  isHigherBetter: boolean;
  /** Who of us stands for us: sRGB where errors are counted in sRGB, OKLab where looks are. */
  ours: string;
}

export const MSE: Figure = {
  title: 'MSE (sRGB, per channel)',
  value: ({ mse }) => mse,
  isHigherBetter: false,
  ours: OUR_NAMES.rgb.rest,
};

export const DELTA_E: Figure = {
  title: 'Mean ΔE (OKLab × 100)',
  value: ({ deltaE }) => 100 * deltaE,
  isHigherBetter: false,
  ours: OUR_NAMES.oklab.rest,
};

export const P95_DELTA_E: Figure = {
  title: '95th percentile of ΔE (OKLab × 100)',
  value: ({ p95DeltaE }) => 100 * p95DeltaE,
  isHigherBetter: false,
  ours: OUR_NAMES.oklab.rest,
};

export const CIEDE2000: Figure = {
  title: 'Mean CIEDE2000',
  value: ({ ciede2000 }) => ciede2000,
  isHigherBetter: false,
  ours: OUR_NAMES.oklab.rest,
};

export const SSIM: Figure = {
  title: 'SSIM',
  value: ({ ssim }) => ssim,
  isHigherBetter: true,
  ours: OUR_NAMES.oklab.rest,
};

export const BYTES: Figure = {
  title: 'KB, everyone by our encoder',
  value: ({ bytes }) => (bytes === undefined ? undefined : bytes / 1024),
  isHigherBetter: false,
  ours: OUR_NAMES.oklab.rest,
};

export const OPTIMIZED_BYTES: Figure = {
  title: 'KB, then by oxipng level 2',
  value: ({ optimizedBytes }) => (optimizedBytes === undefined ? undefined : optimizedBytes / 1024),
  isHigherBetter: false,
  ours: OUR_NAMES.oklab.rest,
};
