/** What a number of colors can be looked for by, instead of being given. */
/**
 * - `bytes`: the largest k whose file has at most `limit` bytes.
 * - `psnr`: the smallest k with a PSNR of at least `limit` dB.
 * - `ssim`: the smallest k with an SSIM of at least `limit`, up to 1.
 * - `deltaE`: the smallest k with a mean ΔE (OKLab distance, 0–1) of at most `limit`.
 */
export const TARGET_KINDS = ['bytes', 'psnr', 'ssim', 'deltaE'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export interface Target {
  kind: TargetKind;
  limit: number;
}

/** What a number of colors was found to give. */
export interface TargetProbe {
  k: number;
  /** In the target's unit; `null` for the PSNR of the same picture, which is infinite (JSON has no infinity). */
  value: number | null;
}

/** `none`: no number of colors meets the target; `nearest` comes closest. */
export type TargetOutcome = { kind: 'found'; found: TargetProbe } | { kind: 'none'; nearest: TargetProbe };
