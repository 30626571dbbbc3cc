import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { Cancelled } from '../../../src/engine/steps';
import { UserError } from '../../../src/shared/userError';
import { WorkerClient, WorkerLost, type ThreadEvents } from '../../../src/worker/client';
import type { RequestEnvelope } from '../../../src/worker/protocol';

/** A thread that records what it is sent, and answers when the test says so. */
class FakeThread {
  static all: FakeThread[] = [];
  readonly sent: RequestEnvelope[] = [];
  isTerminated = false;

  constructor(readonly events: ThreadEvents) {
    FakeThread.all.push(this);
  }

  post(envelope: RequestEnvelope): void {
    this.sent.push(envelope);
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

const open = (client: WorkerClient, documentId: string) =>
  client.open({ documentId, bytes: new Uint8Array(1), name: 'a.png', maxMegapixels: 100 });

describe('The worker client', () => {
  let client: WorkerClient;
  let log: string[];

  beforeEach(() => {
    FakeThread.all = [];
    log = [];
    client = new WorkerClient(
      (events) => new FakeThread(events),
      (text) => log.push(text),
    );
  });

  it('starts a thread with the first document and ends it with the last', () => {
    assert.equal(FakeThread.all.length, 0);
    void open(client, '1');
    void open(client, '2');
    assert.equal(FakeThread.all.length, 1);
    client.close('1');
    assert.equal(FakeThread.all[0]!.isTerminated, false);
    client.close('2');
    assert.equal(FakeThread.all[0]!.isTerminated, true);
  });

  it('gives each request its own answer, in whatever order they come', async () => {
    void open(client, '1');
    const first = client.palette('1', DEFAULT_OPTIONS);
    const second = client.result('1', DEFAULT_OPTIONS);
    const { events, sent } = FakeThread.all[0]!;
    const resultReply = { answer: 'result' } as never;
    events.onReply({ id: sent[2]!.id, reply: resultReply });
    events.onReply({ id: sent[1]!.id, failure: { kind: 'cancelled', message: '' } });
    assert.equal(await second, resultReply);
    await assert.rejects(first, Cancelled);
  });

  it('passes on a sentence for the person, and logs a defect with its stack', async () => {
    const opening = open(client, '1');
    const palette = client.palette('1', DEFAULT_OPTIONS);
    const { events, sent } = FakeThread.all[0]!;
    events.onReply({ id: sent[0]!.id, failure: { kind: 'user', message: '“a.png” is empty.' } });
    events.onReply({
      id: sent[1]!.id,
      failure: { kind: 'internal', message: 'oops', stack: 'oops at line 1' },
    });
    await assert.rejects(opening, new UserError('“a.png” is empty.'));
    await assert.rejects(palette, /oops/);
    assert.deepEqual(log, ['oops at line 1']);
  });

  it('tells everyone who waits when the thread dies, and starts another for the next document', async () => {
    const opening = open(client, '1');
    FakeThread.all[0]!.events.onEnd('out of memory');
    await assert.rejects(opening, WorkerLost);
    assert.equal(client.holds('1'), false);
    await assert.rejects(client.palette('1', DEFAULT_OPTIONS), WorkerLost);
    void open(client, '1');
    assert.equal(FakeThread.all.length, 2);
    assert.match(log.join(), /out of memory/);
  });

  it('lets nobody wait for a thread that it ended itself', async () => {
    const opening = open(client, '1');
    client.close('1');
    await assert.rejects(opening, Cancelled);
  });

  it('finds no fault in a thread that ends before it is told what nobody waits for', async () => {
    for (const end of [() => client.dispose(), () => FakeThread.all.at(-1)!.events.onEnd('killed')]) {
      const openings = ['1', '2'].map((id) => open(client, id));
      client.cancel('1');
      client.cancelExplore('1', 'q1');
      client.close('1');
      end();
      await Promise.allSettled(openings);
    }
    assert.deepEqual(log, ['The image worker ended: killed']);
  });
});
