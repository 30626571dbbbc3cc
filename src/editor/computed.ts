/** What the worker computes of an image, as messages for its pages. */
import type { ReduceOptions } from '../engine/options';
import { Cancelled } from '../engine/steps';
import type { ComparedMessage, PaletteMessage, ResultMessage } from '../shared/messages';
import { WorkerLost, type WorkerClient } from '../worker/client';
import { stackOf } from './stackOf';

export async function computePalette(
  worker: WorkerClient,
  documentId: string,
  options: ReduceOptions,
): Promise<PaletteMessage> {
  const { palette, shares, lookup, isLossless, estimatedByteLength } = await worker.palette(
    documentId,
    options,
  );
  const part = { rgba: palette, shares, lookup };
  return { type: 'palette', options, palette: part, isLossless, estimatedByteLength };
}

/** A palette for another k than the one that is shown. */
export async function computeCompared(
  worker: WorkerClient,
  documentId: string,
  options: ReduceOptions,
): Promise<ComparedMessage> {
  const { palette, shares, lookup, estimatedByteLength } = await worker.compare(documentId, options);
  return { type: 'compared', options, palette: { rgba: palette, shares, lookup }, estimatedByteLength };
}

/** `optimizes`: a smaller file will be looked for. */
export async function computeResult(
  worker: WorkerClient,
  documentId: string,
  options: ReduceOptions,
  optimizes: boolean,
): Promise<ResultMessage> {
  const { palette, shares, lookup, png, ...figures } = await worker.result(documentId, options);
  return {
    type: 'result',
    options,
    palette: { rgba: palette, shares, lookup },
    png: png.buffer,
    optimization: optimizes ? 'running' : 'off',
    ...figures,
  };
}

/** The result in a smaller file. A failure costs bytes, not the picture; a worker that died, the figures as well. */
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
    if (error instanceof Cancelled) throw error;
    if (!(error instanceof WorkerLost)) logDefect(stackOf(error)); // why it ended is logged already
    // Not asked of another worker, which might die of the same.
    const details = error instanceof WorkerLost ? null : result.details;
    return { ...result, optimization: 'off', details };
  }
}

/** The result with more figures. A failure costs those, not the picture. */
export async function computeDetails(
  worker: WorkerClient,
  documentId: string,
  result: ResultMessage,
  logDefect: (text: string) => void,
): Promise<ResultMessage> {
  try {
    return { ...result, details: await worker.measure(documentId) };
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    if (!(error instanceof WorkerLost)) logDefect(stackOf(error));
    return { ...result, details: null };
  }
}
