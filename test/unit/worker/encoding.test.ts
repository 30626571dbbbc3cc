import assert from 'node:assert/strict';
import { Cancelled } from '../../../src/engine/steps';
import {
  createEncoding,
  type EncoderJob,
  type EncoderReply,
  type EncoderThread,
} from '../../../src/worker/encoding';

const PICTURE: EncoderJob = {
  picture: { width: 1, height: 1, indices: new Uint8Array(1), palette: Uint8Array.of(1, 2, 3, 255) },
};

/** A thread that ends its work when the test says so. */
class FakeEncoder implements EncoderThread {
  isTerminated = false;
  isAlive = true;
  end: (reply: EncoderReply | undefined) => void = () => assert.fail('nothing to do');

  start(_: EncoderJob, onEnd: (reply: EncoderReply | undefined) => void): void {
    this.end = onEnd;
  }

  terminate(): void {
    this.isTerminated = true;
    this.isAlive = false;
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

  it('gives no work to a thread whose reply came while it was ended', async () => {
    const encode = encoding();
    const cancelling = new AbortController();
    const outdated = encode(PICTURE, cancelling.signal);
    cancelling.abort();
    threads[0]!.end({ png: Uint8Array.of(1) }); // was on its way
    await assert.rejects(outdated, Cancelled);
    const next = encode(PICTURE, running());
    assert.equal(threads.length, 2);
    threads[1]!.end({ png: Uint8Array.of(2) });
    assert.deepEqual(await next, Uint8Array.of(2));
  });

  it('gives no work to a thread that died while it had none', async () => {
    const encode = encoding();
    const done = encode(PICTURE, running());
    threads[0]!.end({ png: Uint8Array.of(1) });
    await done;
    threads[0]!.isAlive = false;
    void encode(PICTURE, running());
    assert.equal(threads.length, 2);
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

  it('says what the encoder said when it failed, and that it died when it died', async () => {
    const encode = encoding();
    const failing = encode(PICTURE, running());
    threads[0]!.end({ message: 'no memory' });
    await assert.rejects(failing, new Error('no memory'));
    const dying = encode(PICTURE, running());
    threads[0]!.end(undefined);
    await assert.rejects(dying, /ended before it was done/);
    const next = encode(PICTURE, running());
    threads.at(-1)!.end({ png: Uint8Array.of(1) });
    await next;
  });
});
