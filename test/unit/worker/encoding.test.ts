import assert from 'node:assert/strict';
import { Cancelled } from '../../../src/engine/steps';
import { resolve } from 'node:path';
import {
  createEncoding,
  EncoderLost,
  type EncoderJob,
  type EncoderThread,
  type JobEnd,
} from '../../../src/worker/encoding';
import { startEncoderThread } from '../../../src/worker/encoderThread.node';

const PICTURE: EncoderJob = {
  picture: { width: 1, height: 1, indices: new Uint8Array(1), palette: Uint8Array.of(1, 2, 3, 255) },
};

/** A thread that ends its work when the test says so. */
class FakeEncoder implements EncoderThread {
  isAlive = true;
  isTerminated = false;
  end: (end: JobEnd) => void = () => assert.fail('nothing to do');

  start(_: EncoderJob, onEnd: (end: JobEnd) => void): void {
    assert.ok(this.isAlive, 'nobody would hear of this job again');
    this.end = onEnd;
  }

  terminate(): void {
    this.isTerminated = true;
    this.isAlive = false;
  }

  die(): void {
    this.isAlive = false;
    this.end(new EncoderLost('out of memory'));
  }
}

describe('encoding in a thread of its own', () => {
  let threads: FakeEncoder[];
  const encoding = () =>
    createEncoding(() => {
      const thread = new FakeEncoder();
      threads.push(thread);
      return thread;
    });
  const running = () => new AbortController().signal;

  beforeEach(() => {
    threads = [];
  });

  it('gives the thread to one picture after the other', async () => {
    const encode = encoding();
    assert.equal(threads.length, 0, 'none before it is needed');
    for (const png of [Uint8Array.of(1), Uint8Array.of(2)]) {
      const done = encode(PICTURE, running());
      threads[0]!.end({ png });
      assert.deepEqual(await done, png);
    }
    assert.equal(threads.length, 1);
  });

  it('ends the thread of a picture that is cancelled, and starts another for the next', async () => {
    const encode = encoding();
    const cancelling = new AbortController();
    const outdated = encode(PICTURE, cancelling.signal);
    cancelling.abort();
    await assert.rejects(outdated, Cancelled);
    assert.equal(threads[0]!.isTerminated, true);
    const next = encode(PICTURE, running());
    threads[1]!.end({ png: Uint8Array.of(3) });
    assert.deepEqual(await next, Uint8Array.of(3));
  });

  it('does not end a thread for a signal that comes after its picture was done', async () => {
    const encode = encoding();
    const late = new AbortController();
    const done = encode(PICTURE, late.signal);
    threads[0]!.end({ png: Uint8Array.of(1) });
    await done;
    void encode(PICTURE, running());
    late.abort();
    assert.equal(threads[0]!.isTerminated, false);
  });

  it('starts nothing for what is cancelled already', async () => {
    await assert.rejects(encoding()(PICTURE, AbortSignal.abort()), Cancelled);
    assert.equal(threads.length, 0);
  });

  it('keeps one thread of two that worked at once', async () => {
    const encode = encoding();
    const both = [encode(PICTURE, running()), encode(PICTURE, running())];
    assert.equal(threads.length, 2);
    threads.forEach((thread) => thread.end({ png: Uint8Array.of(1) }));
    await Promise.all(both);
    assert.deepEqual(
      threads.map(({ isTerminated }) => isTerminated),
      [false, true],
    );
  });

  it('gives nothing more to the thread of a cancelled picture, though its reply still comes', async () => {
    const encode = encoding();
    const cancelling = new AbortController();
    const outdated = encode(PICTURE, cancelling.signal);
    cancelling.abort();
    threads[0]!.end({ png: Uint8Array.of(1) }); // it had been said before the thread was ended
    await assert.rejects(outdated, Cancelled);
    const next = encode(PICTURE, running());
    threads[1]!.end({ png: Uint8Array.of(2) });
    assert.deepEqual(await next, Uint8Array.of(2));
  });

  it('starts another thread when the one that was kept has died', async () => {
    const encode = encoding();
    const first = encode(PICTURE, running());
    threads[0]!.end({ png: Uint8Array.of(1) });
    await first;
    threads[0]!.isAlive = false;
    const next = encode(PICTURE, running());
    threads[1]!.end({ png: Uint8Array.of(2) });
    assert.deepEqual(await next, Uint8Array.of(2));
  });

  it('says what the encoder said when it failed, and that it died when it died', async () => {
    const encode = encoding();
    const failing = encode(PICTURE, running());
    threads[0]!.end({ message: 'no memory' });
    await assert.rejects(failing, new Error('no memory'));
    const dying = encode(PICTURE, running());
    threads[0]!.die();
    await assert.rejects(dying, EncoderLost);
    const next = encode(PICTURE, running());
    threads[1]!.end({ png: Uint8Array.of(1) });
    await next;
  });
});

describe('a real encoder thread', () => {
  const started: EncoderThread[] = [];
  const encode = createEncoding(() => {
    const thread = startEncoderThread(resolve('dist', 'encoder.js'));
    started.push(thread);
    return thread;
  });
  const running = () => new AbortController().signal;

  after(() => started.forEach((thread) => thread.terminate()));

  it('that is ended just as it replies leaves the next picture to another', async () => {
    await encode(PICTURE, running());
    const cancelling = new AbortController();
    const outdated = encode(PICTURE, cancelling.signal);
    // Nothing is heard meanwhile: the reply lies there when the thread is ended.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    cancelling.abort();
    await assert.rejects(outdated, Cancelled);
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok((await encode(PICTURE, running())).byteLength > 0);
  });

  it('that is ended from outside says so to whoever waits, and is replaced', async () => {
    // Noise of 4 megapixels: no machine has it encoded before it hears of the end.
    const indices = new Uint8Array(2000 * 2000).map((_, i) => Math.imul(i, 0x9e3779b1) >>> 24);
    const picture = { width: 2000, height: 2000, indices, palette: new Uint8Array(4 * 256).fill(255) };
    const waiting = encode({ picture }, running());
    started.at(-1)!.terminate();
    await assert.rejects(waiting, EncoderLost);
    assert.ok((await encode(PICTURE, running())).byteLength > 0);
  });
});
