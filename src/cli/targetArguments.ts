/** The options of the command line that ask for a size or a quality instead of a number of colors. */
import type { Target, TargetKind } from '../engine/targets';
import { TARGET_RANGES } from '../shared/targets';
import { UsageError } from './usageError';

interface Flag {
  option: 'max-kb' | 'min-psnr' | 'min-ssim' | 'max-delta-e';
  kind: TargetKind;
  /** What one unit of the option is in the target's. */
  scale: number;
}

const FLAGS: readonly Flag[] = [
  { option: 'max-kb', kind: 'bytes', scale: 1000 },
  { option: 'min-psnr', kind: 'psnr', scale: 1 },
  { option: 'min-ssim', kind: 'ssim', scale: 1 },
  { option: 'max-delta-e', kind: 'deltaE', scale: 1 },
];

/** For `parseArgs`. */
export const TARGET_OPTIONS = {
  'max-kb': { type: 'string' },
  'min-psnr': { type: 'string' },
  'min-ssim': { type: 'string' },
  'max-delta-e': { type: 'string' },
} as const;

type Values = Partial<Record<Flag['option'] | 'k', string>>;

/** `undefined` when a number of colors is asked for. Throws `UsageError`. */
export function targetOf(values: Values): Target | undefined {
  const given = FLAGS.filter(({ option }) => values[option] !== undefined);
  const [flag] = given;
  if (!flag) return undefined;
  const others = [
    ...(values.k === undefined ? [] : ['-k']),
    ...given.slice(1).map(({ option }) => `--${option}`),
  ];
  if (others.length > 0)
    throw new UsageError(`--${flag.option} and ${others.join(' and ')} exclude each other.`);
  const word = values[flag.option] ?? '';
  const { min, max } = TARGET_RANGES[flag.kind];
  const limit = /^\d+(\.\d+)?$/.test(word) ? Number(word) * flag.scale : NaN;
  if (limit >= min && limit <= max) return { kind: flag.kind, limit };
  throw new UsageError(
    `--${flag.option} takes a number from ${min / flag.scale} to ${max / flag.scale}, not “${word}”.`,
  );
}
