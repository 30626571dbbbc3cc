/** What the worker computes of an image, as messages for its pages. */
import type { ReduceOptions } from '../engine/options';
import { Cancelled } from '../engine/steps';
import type { PaletteMessage, ResultMessage } from '../shared/messages';
import { UserError } from '../shared/userError';
import type { WorkerClient } from '../worker/client';

export async function computePalette(
  worker: WorkerClient,
  documentId: string,
  options: ReduceOptions,
): Promise<PaletteMessage> {
  const { palette, shares, isLossless, estimatedByteLength } = await worker.palette(documentId, options);
  return { type: 'palette', options, palette: { rgba: palette, shares }, isLossless, estimatedByteLength };
}

/** `optimizes`: a smaller file will be looked for. */
export async function computeResult(
  worker: WorkerClient,
  documentId: string,
  options: ReduceOptions,
  optimizes: boolean,
): Promise<ResultMessage> {
  const { palette, shares, png, ...figures } = await worker.result(documentId, options);
  return {
    type: 'result',
    options,
    palette: { rgba: palette, shares },
    png: png.buffer,
    optimization: optimizes ? 'running' : 'off',
    ...figures,
  };
}

/** The result in a smaller file. A failure costs bytes, not the picture. */
export async function computeSmaller(
  worker: WorkerClient,
  documentId: string,
  result: ResultMessage,
  logDefect: (text: string) => void,
): Promise<ResultMessage> {
  try {
    const { png } = await worker.optimize(documentId, new Uint8Array(result.png));
    return { ...result, png: png.buffer, optimization: 'done' };
  } catch (error) {
    if (error instanceof Cancelled || error instanceof UserError) throw error;
    logDefect(stackOf(error));
    return { ...result, optimization: 'off' };
  }
}

/** What a log says of an error. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
