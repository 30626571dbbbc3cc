import assert from 'node:assert/strict';
import { Session, type SessionMessage } from '../../../src/editor/session';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../../../src/engine/options';
import type { QualityDetails } from '../../../src/engine/qualityDetailed';
import type { Target, TargetOutcome } from '../../../src/engine/targets';
import { Cancelled } from '../../../src/engine/steps';
import { UserError } from '../../../src/shared/userError';
import { WorkerLost, type WorkerClient } from '../../../src/worker/client';
import type {
  OpenReply,
  OptimizeReply,
  PaletteReply,
  ResultReply,
  TargetProgress,
} from '../../../src/worker/protocol';

interface Call<T> {
  options: ReduceOptions;
  resolve(reply: T): void;
  reject(error: Error): void;
}

const OPENED: OpenReply = {
  width: 4,
  height: 2,
  format: 'PNG',
  colorCount: null,
  hasAlpha: false,
  isConverted: false,
  notices: [],
};

function paletteReply(): PaletteReply {
  return { palette: Uint8Array.of(1, 2, 3, 255), shares: [1], isLossless: false, estimatedByteLength: 99 };
}

function resultReply(marker: number): ResultReply {
  const png = Uint8Array.of(marker);
  return {
    ...paletteReply(),
    iterations: 3,
    improvement: 0.02,
    png,
    quality: { mse: 1, psnr: 48, meanDeltaE: 0.01, p95DeltaE: 0.03 },
  };
}

/** Stands in for the worker: answers when the test says so. */
class FakeWorker {
  opens: Call<OpenReply>[] = [];
  palettes: Call<PaletteReply>[] = [];
  results: Call<ResultReply>[] = [];
  comparisons: Call<PaletteReply>[] = [];
  optimizations: Call<OptimizeReply>[] = [];
  measurements: Call<QualityDetails>[] = [];
  targets: (Call<TargetOutcome> & { report(progress: TargetProgress): void })[] = [];
  held = new Set<string>();

  open({ documentId }: { documentId: string }): Promise<OpenReply> {
    this.held.add(documentId);
    return this.record(this.opens, DEFAULT_OPTIONS);
  }

  palette(_: string, options: ReduceOptions): Promise<PaletteReply> {
    this.cancel();
    return this.record(this.palettes, options);
  }

  compare(_: string, options: ReduceOptions): Promise<PaletteReply> {
    return this.record(this.comparisons, options);
  }

  target(
    _: string,
    options: ReduceOptions,
    { report }: { report(progress: TargetProgress): void },
  ): Promise<TargetOutcome> {
    this.cancel();
    return new Promise((resolve, reject) => this.targets.push({ options, resolve, reject, report }));
  }

  cancel(): void {
    const { palettes, results, optimizations, targets, comparisons } = this;
    for (const { reject } of [...palettes, ...results, ...optimizations, ...targets, ...comparisons]) {
      reject(new Cancelled());
    }
  }

  result(_: string, options: ReduceOptions): Promise<ResultReply> {
    return this.record(this.results, options);
  }

  optimize(): Promise<OptimizeReply> {
    return this.record(this.optimizations, DEFAULT_OPTIONS);
  }

  measure(): Promise<QualityDetails> {
    return this.record(this.measurements, DEFAULT_OPTIONS);
  }

  holds = (documentId: string) => this.held.has(documentId);
  close = (documentId: string) => void this.held.delete(documentId);

  private record<T>(calls: Call<T>[], options: ReduceOptions): Promise<T> {
    return new Promise((resolve, reject) => calls.push({ options, resolve, reject }));
  }
}

/** Lets promises that are settled run on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('A session', () => {
  let worker: FakeWorker;
  let sent: SessionMessage[];
  let log: string[];
  let bytes: () => Promise<Uint8Array>;
  let session: Session;
  let optimizes: boolean;
  const types = () => sent.map((message) => message.type);
  const withK = (k: number): ReduceOptions => ({ ...DEFAULT_OPTIONS, k });

  beforeEach(() => {
    worker = new FakeWorker();
    sent = [];
    log = [];
    optimizes = false;
    bytes = () => Promise.resolve(new Uint8Array(10));
    session = new Session(
      { name: 'a.png', read: async () => ({ bytes: await bytes(), contentHash: 'abc' }) },
      worker as unknown as WorkerClient, // the methods a session calls
      { defaults: () => DEFAULT_OPTIONS, maxMegapixels: () => 100, optimizes: () => optimizes },
      {
        // Of undo and redo tells another suite.
        send: (message) => void (message.type !== 'history' && sent.push(message)),
        onDidStartOpening: () => {},
        logDefect: (text) => log.push(text),
      },
      { recall: () => undefined, keep: () => {} },
    );
  });

  async function openToRest(): Promise<void> {
    void session.open();
    await settle();
    worker.opens[0]!.resolve(OPENED);
    await settle();
    worker.palettes[0]!.resolve(paletteReply());
    await settle();
    worker.results[0]!.resolve(resultReply(1));
    await settle();
  }

  it('goes from file to decoded to quick palette to result', async () => {
    await openToRest();
    assert.deepEqual(types(), ['decoded', 'palette', 'result']);
    assert.deepEqual(
      session.state().map((message) => message.type),
      ['history', 'decoded', 'result'],
    );
  });

  it('compares several k one after the other, with the present options', async () => {
    await openToRest();
    session.compareKs([8, 64]);
    await settle();
    assert.deepEqual(
      worker.comparisons.map(({ options }) => options),
      [withK(8)],
    );
    worker.comparisons[0]!.resolve(paletteReply());
    await settle();
    worker.comparisons[1]!.resolve(paletteReply());
    await settle();
    assert.equal(worker.comparisons.length, 2);
    const compared = sent.filter((message) => message.type === 'compared');
    assert.deepEqual(
      compared.map(({ options }) => options.k),
      [8, 64],
    );
  });

  it('compares when nothing else is to be done, and begins again what was cut short', async () => {
    void session.open();
    await settle();
    worker.opens[0]!.resolve(OPENED);
    await settle();
    session.compareKs([8]);
    worker.palettes[0]!.resolve(paletteReply());
    await settle();
    assert.equal(worker.comparisons.length, 0);
    worker.results[0]!.resolve(resultReply(1));
    await settle();
    assert.equal(worker.comparisons.length, 1);
    session.chosen.change(withK(20), true);
    await settle();
    assert.equal(worker.comparisons.length, 1);
    worker.palettes[1]!.resolve(paletteReply());
    await settle();
    assert.equal(worker.comparisons.length, 2);
    assert.equal(log.length, 0);
  });

  it('compares while a smaller file is looked for', async () => {
    optimizes = true;
    await openToRest();
    assert.equal(worker.optimizations.length, 1);
    session.compareKs([8]);
    await settle();
    assert.equal(worker.comparisons.length, 1);
  });

  it('logs a comparison that failed, and shows the picture all the same', async () => {
    await openToRest();
    session.compareKs([8, 64]);
    await settle();
    worker.comparisons[0]!.reject(new Error('a defect'));
    await settle();
    assert.equal(worker.comparisons.length, 1);
    assert.match(log.join(), /a defect/);
    assert.ok(!types().includes('failed'));
  });

  it('asks for quick palettes only while the slider moves, and for the result when it rests', async () => {
    await openToRest();
    session.chosen.change(withK(20), true);
    await settle();
    worker.palettes[1]!.resolve(paletteReply());
    await settle();
    assert.equal(worker.results.length, 1);
    session.chosen.change(withK(20), false);
    await settle();
    assert.equal(worker.palettes.length, 2);
    assert.equal(worker.results[1]!.options.k, 20);
  });

  it('lets a palette under way finish, then asks for the newest only', async () => {
    await openToRest();
    session.chosen.change(withK(20), true);
    for (const k of [21, 22, 23]) session.chosen.change(withK(k), true);
    await settle();
    assert.equal(worker.palettes.length, 2);
    worker.palettes[1]!.resolve(paletteReply());
    await settle();
    assert.deepEqual(
      worker.palettes.map(({ options }) => options.k),
      [16, 20, 23],
    );
  });

  it('comes to the result of the newest options when the slider rests during a palette', async () => {
    await openToRest();
    session.chosen.change(withK(20), true);
    session.chosen.change(withK(30), false);
    await settle();
    worker.palettes[1]!.resolve(paletteReply());
    await settle();
    worker.palettes[2]!.resolve(paletteReply());
    await settle();
    const last = worker.results.at(-1)!;
    assert.equal(last.options.k, 30);
    last.resolve(resultReply(2));
    await settle();
    assert.equal(session.shownFile()?.options.k, 30);
  });

  it('gives Save the bytes that are shown, or waits for those under way', async () => {
    await openToRest();
    assert.deepEqual([...new Uint8Array((await session.file()).png)], [1]);
    session.chosen.change(withK(40), true);
    await settle();
    worker.palettes[1]!.resolve(paletteReply());
    await settle();
    assert.equal(session.shownFile(), undefined);
    const result = session.file();
    await settle();
    worker.results[1]!.resolve(resultReply(2));
    assert.deepEqual([...new Uint8Array((await result).png)], [2]);
  });

  it('looks for a smaller file at rest, and shows and saves that', async () => {
    optimizes = true;
    await openToRest();
    assert.equal(session.shownFile(), undefined);
    const file = session.file();
    worker.optimizations[0]!.resolve({ png: Uint8Array.of(9) });
    assert.deepEqual([...new Uint8Array((await file).png)], [9]);
    const shown = sent.at(-1)!;
    assert.ok(shown.type === 'result' && shown.optimization === 'done');
    assert.equal(shown.png, (await session.file()).png);
  });

  it('measures what takes longer once the file is there, and sends only the figures', async () => {
    optimizes = true;
    await openToRest();
    assert.equal(worker.measurements.length, 0, 'the file comes first');
    worker.optimizations[0]!.resolve({ png: Uint8Array.of(9) });
    await settle();
    const details = { ssim: 0.9, meanCiede2000: 1.5, p95Ciede2000: 4 };
    worker.measurements[0]!.resolve(details);
    await settle();
    assert.deepEqual(sent.at(-1), { type: 'details', options: session.options, details });
    const last = session.state().at(-1)!;
    assert.ok(last.type === 'result', 'a new page gets the result');
    assert.deepEqual(last.details, details);
    assert.deepEqual([...new Uint8Array((await session.file()).png)], [9]);
  });

  it('keeps the picture when it can not be measured, and does not try again', async () => {
    await openToRest();
    worker.measurements[0]!.reject(new Error('out of range'));
    await settle();
    assert.deepEqual(sent.at(-1), { type: 'details', options: session.options, details: null });
    assert.equal(worker.measurements.length, 1);
    assert.match(log.join(), /out of range/);
  });

  it('stops looking for a smaller file when the slider moves', async () => {
    optimizes = true;
    await openToRest();
    session.chosen.change(withK(20), true);
    await settle();
    worker.palettes[1]!.resolve(paletteReply());
    await settle();
    assert.deepEqual(types(), ['decoded', 'palette', 'result', 'palette']);
    assert.equal(worker.optimizations.length, 1);
  });

  it('keeps the file it has when looking for a smaller one fails', async () => {
    optimizes = true;
    await openToRest();
    worker.optimizations[0]!.reject(new Error('oxipng panicked'));
    await settle();
    assert.deepEqual([...new Uint8Array((await session.file()).png)], [1]);
    assert.match(log.join(), /oxipng panicked/);
  });

  it('says why a file can not be read, and recovers with retry', async () => {
    bytes = () => Promise.reject(new UserError('“a.png” is not there any more.'));
    await session.open();
    assert.deepEqual(sent, [{ type: 'failed', sentence: '“a.png” is not there any more.', canRetry: true }]);
    await assert.rejects(session.file(), /not there any more/);
    bytes = () => Promise.resolve(new Uint8Array(10));
    await openToRest();
    assert.deepEqual(
      session.state().map((message) => message.type),
      ['history', 'decoded', 'result'],
    );
  });

  it('hides a defect behind a sentence and logs it', async () => {
    void session.open();
    await settle();
    worker.opens[0]!.reject(new Error('index out of range'));
    await settle();
    const [message] = sent;
    assert.ok(message?.type === 'failed');
    assert.doesNotMatch(message.sentence, /index out of range/);
    assert.match(log.join(), /index out of range/);
  });

  it('opens the file again after the worker was lost, and goes on with what was asked', async () => {
    await openToRest();
    worker.held.clear();
    session.chosen.change(withK(50), false);
    await settle();
    worker.opens[1]!.resolve(OPENED);
    await settle();
    assert.equal(worker.palettes.at(-1)!.options.k, 50);
  });

  for (const lost of ['optimize', 'measure'] as const) {
    it(`keeps the picture and its file when the worker is lost at rest: ${lost}`, async () => {
      optimizes = lost === 'optimize';
      await openToRest();
      worker.held.clear();
      const asked = lost === 'optimize' ? worker.optimizations : worker.measurements;
      asked[0]!.reject(new WorkerLost('The worker stopped.'));
      await settle();
      assert.equal(types().includes('failed'), false);
      assert.equal((await session.file()).details, null);
      assert.equal(worker.opens.length, 1, 'another worker might die of the same');
    });
  }

  it('reads the file once for all that is asked while it brings the pixels back', async () => {
    await openToRest();
    worker.held.clear();
    let reads = 0;
    let read: (bytes: Uint8Array) => void = () => {};
    bytes = () => {
      reads++;
      return new Promise((resolve) => (read = resolve));
    };
    for (const k of [50, 51, 52]) session.chosen.change(withK(k), true);
    session.chosen.change(withK(52), false);
    await settle();
    assert.equal(reads, 1);
    read(new Uint8Array(10));
    await settle();
    worker.opens[1]!.resolve(OPENED);
    await settle();
    assert.equal(worker.palettes.at(-1)!.options.k, 52);
  });

  it('comes to rest when the page whose slider moved is gone', async () => {
    await openToRest();
    session.chosen.change(withK(20), true);
    await settle();
    worker.palettes[1]!.resolve(paletteReply());
    await settle();
    assert.equal(worker.results.length, 1);
    session.rest();
    await settle();
    assert.equal(worker.results[1]!.options.k, 20);
    session.chosen.undo();
    assert.equal(session.options.k, DEFAULT_OPTIONS.k, 'the move became a step');
  });

  it('comes to rest when the file changes while a slider moves', async () => {
    await openToRest();
    session.chosen.change(withK(20), true);
    void session.open();
    await settle();
    worker.opens[1]!.resolve(OPENED);
    await settle();
    worker.palettes.at(-1)!.resolve(paletteReply());
    await settle();
    assert.equal(worker.results.at(-1)!.options.k, 20);
  });

  it('says that the worker was lost while it waited', async () => {
    await openToRest();
    session.chosen.change(withK(50), true);
    await settle();
    worker.palettes[1]!.reject(new WorkerLost('The worker stopped.'));
    await settle();
    assert.deepEqual(sent.at(-1), { type: 'failed', sentence: 'The worker stopped.', canRetry: true });
  });

  it('drops what an earlier reading of the file still brings', async () => {
    void session.open();
    await settle();
    void session.open();
    await settle();
    worker.opens[0]!.resolve({ ...OPENED, width: 1 });
    worker.opens[1]!.resolve({ ...OPENED, width: 2 });
    await settle();
    assert.deepEqual(
      sent.map((message) => message.type === 'decoded' && message.width),
      [2],
    );
  });

  it('says nothing more once it is disposed', async () => {
    await openToRest();
    session.chosen.change(withK(20), true);
    await settle();
    session.dispose();
    worker.palettes[1]!.reject(new Cancelled());
    await settle();
    assert.deepEqual(types(), ['decoded', 'palette', 'result']);
  });

  describe('when the file goes away', () => {
    it('keeps the picture and its file, and says so', async () => {
      await openToRest();
      session.reportMissing();
      assert.deepEqual(sent.at(-1), { type: 'sourceGone', sentence: '“a.png” was deleted or moved.' });
      assert.deepEqual([...new Uint8Array((await session.file()).png)], [1]);
      assert.ok(session.state().some(({ type }) => type === 'sourceGone'));
    });

    it('keeps them also when a retry finds no file, and forgets the trouble when one does', async () => {
      await openToRest();
      session.reportMissing();
      bytes = () => Promise.reject(new UserError('“a.png” is not there any more.'));
      await session.open();
      assert.deepEqual(sent.at(-1), { type: 'sourceGone', sentence: '“a.png” is not there any more.' });
      assert.ok(session.shownFile());
      bytes = () => Promise.resolve(new Uint8Array(11));
      void session.open();
      await settle();
      worker.opens[1]!.resolve(OPENED);
      await settle();
      assert.ok(!session.state().some(({ type }) => type === 'sourceGone'));
    });

    it('fails when nothing of it was read', async () => {
      void session.open();
      await settle();
      session.reportMissing();
      assert.equal(sent.at(-1)?.type, 'failed');
    });
  });

  describe('looking for a target', () => {
    const target: Target = { kind: 'bytes', limit: 5000 };
    const found: TargetOutcome = { kind: 'found', found: { k: 40, value: 4900 } };

    it('tells of its progress, then takes the k found as one step', async () => {
      await openToRest();
      void session.findTarget(target);
      worker.targets[0]!.report({ tried: 1, last: { k: 23, value: 4000 } });
      worker.targets[0]!.resolve(found);
      await settle();
      assert.deepEqual(sent.slice(3), [
        { type: 'targetProgress', target, tried: 0 },
        { type: 'targetProgress', target, tried: 1, last: { k: 23, value: 4000 } },
        { type: 'options', options: withK(40), isMoving: false },
        { type: 'targetEnded', target, outcome: found },
      ]);
      session.chosen.undo();
      assert.equal(session.options.k, 16);
      assert.equal(session.chosen.canUndo, false);
    });

    it('leaves k alone when no k meets the target', async () => {
      await openToRest();
      void session.findTarget(target);
      const outcome: TargetOutcome = { kind: 'none', nearest: { k: 2, value: 6000 } };
      worker.targets[0]!.resolve(outcome);
      await settle();
      assert.equal(session.options.k, 16);
      assert.deepEqual(sent.at(-1), { type: 'targetEnded', target, outcome });
    });

    it('ends when it is cancelled, with everything as it was', async () => {
      await openToRest();
      void session.findTarget(target);
      session.cancelTarget();
      await settle();
      assert.equal(session.options.k, 16);
      assert.deepEqual(sent.at(-1), { type: 'targetEnded', target, outcome: { kind: 'cancelled' } });
    });

    it('ends when the slider moves, whatever the search brings afterwards', async () => {
      await openToRest();
      void session.findTarget(target);
      session.chosen.change(withK(99), false);
      worker.targets[0]!.resolve(found);
      await settle();
      assert.equal(session.options.k, 99);
      assert.deepEqual(
        sent.filter(({ type }) => type === 'targetEnded'),
        [{ type: 'targetEnded', target, outcome: { kind: 'cancelled' } }],
      );
    });

    it('stops looking for a smaller file meanwhile, and goes on with that afterwards', async () => {
      optimizes = true;
      await openToRest();
      void session.findTarget(target);
      await settle();
      assert.equal(worker.optimizations.length, 1);
      session.cancelTarget();
      await settle();
      assert.equal(worker.optimizations.length, 2);
    });

    it('says in a sentence what went wrong', async () => {
      await openToRest();
      void session.findTarget(target);
      worker.targets[0]!.reject(new Error('index out of range'));
      await settle();
      const message = sent.at(-1);
      assert.ok(message?.type === 'targetEnded' && message.outcome.kind === 'failed');
      assert.doesNotMatch(message.outcome.sentence, /index/);
      assert.match(log.join(), /index out of range/);
    });
  });
});
