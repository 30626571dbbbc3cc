/** From a request to its reply: the worker's one switch over the protocol. */
import * as l10n from '@vscode/l10n';
import { Cancelled } from '../engine/steps';
import { UserError } from '../shared/userError';
import type { Documents } from './documents';
import { EncoderLost } from './encoding';
import { reconstructPng } from './reconstructPng';
import type {
  FailureKind,
  Progress,
  Replies,
  ReplyEnvelope,
  RequestEnvelope,
  WorkerRequest,
} from './protocol';

export interface Answer {
  reply: ReplyEnvelope;
  /** Buffers of the reply that are moved, not copied. */
  transfer: ArrayBuffer[];
}

/** Never rejects: what goes wrong becomes part of the reply. `report` is told of the progress of long requests. */
export async function answer(
  documents: Documents,
  { id, request }: RequestEnvelope,
  report: (progress: Progress) => void,
): Promise<Answer> {
  try {
    const reply = await handle(documents, request, report);
    return { reply: { id, reply }, transfer: buffersOf(reply) };
  } catch (error) {
    return { reply: { id, failure: failureOf(error) }, transfer: [] };
  }
}

async function handle(
  documents: Documents,
  request: WorkerRequest,
  report: (progress: Progress) => void,
): Promise<Replies[keyof Replies]> {
  switch (request.type) {
    case 'open':
      return documents.open(request);
    case 'palette':
      return documents.palette(request.documentId, request.options);
    case 'compare':
      return documents.compare(request.documentId, request.options);
    case 'result':
      return documents.result(request.documentId, request.options);
    case 'optimize':
      return documents.optimize(request.documentId, request.png);
    case 'measure':
      return documents.measure(request.documentId);
    case 'target':
      return documents.target(request, report);
    case 'codebook':
      return documents.codebook(request.documentId, request.palette, request.naming);
    case 'reconstruct':
      return reconstructPng(request, documents.encode);
    case 'explore':
      return documents.explore(request, report);
    case 'cancelExplore':
      documents.cancelExplore(request.documentId, request.token);
      return null;
    case 'cancel':
      documents.cancel(request.documentId);
      return null;
    case 'close':
      documents.close(request.documentId);
      return null;
  }
}

/** The files in a reply: they are the worker's no longer. */
function buffersOf(reply: Replies[keyof Replies]): ArrayBuffer[] {
  if (!reply) return [];
  return 'png' in reply ? [reply.png.buffer] : 'bytes' in reply ? [reply.bytes.buffer] : [];
}

function failureOf(error: unknown): { kind: FailureKind; message: string; stack?: string } {
  if (error instanceof Cancelled) return { kind: 'cancelled', message: error.message };
  if (error instanceof EncoderLost) return { kind: 'user', message: error.message, stack: error.reason };
  if (error instanceof UserError) return { kind: 'user', message: error.message };
  if (isOutOfMemory(error)) return { kind: 'user', message: outOfMemorySentence(), stack: error.stack };
  if (error instanceof Error) return { kind: 'internal', message: error.message, stack: error.stack };
  return { kind: 'internal', message: String(error) };
}

/** What engines say when a buffer, a typed array or WebAssembly’s memory can't be had. */
function isOutOfMemory(error: unknown): error is RangeError {
  return (
    error instanceof RangeError &&
    /allocation failed|could not allocate|memory size exceeded|out of memory/i.test(error.message)
  );
}

function outOfMemorySentence(): string {
  return l10n.t('There is not enough memory for this image. Close other images or programs, then retry.');
}
