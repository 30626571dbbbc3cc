/** Entry of the worker on the web: the thread that owns the pixels. */
import { startEncoderThread } from './encoderThread.browser';
import type { WorkerStart } from './host.browser';
import { holdLifeline } from './lifeline';
import type { RequestEnvelope } from './protocol';
import { serve } from './serve';
import { applyLocalization } from '../shared/localization';

holdLifeline();

/** Pauses by messages: timers would wait for 4 ms each. */
function createBreathing(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}

// What nobody waits for would otherwise go unnoticed, and with it a request without an answer.
addEventListener('unhandledrejection', ({ reason }) => reportError(reason));

addEventListener(
  'message',
  ({ data: { localization, encoder } }: MessageEvent<WorkerStart>) => {
    applyLocalization(localization);
    const answerTo = serve({
      breathe: createBreathing(),
      startEncoder: () => startEncoderThread(encoder),
      post: (envelope, transfer) => postMessage(envelope, { transfer }),
    });
    addEventListener('message', ({ data }: MessageEvent<RequestEnvelope>) => answerTo(data));
  },
  { once: true },
);
