import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MOST_IMAGES, SessionStore, type Memory } from '../../../src/editor/sessionStore';
import { packSession, unpackSession, type StoredSession } from '../../../src/editor/storedSession';
import { DEFAULT_OPTIONS, DITHERS, SPACES, type ReduceOptions } from '../../../src/engine/options';

class FakeMemory implements Memory {
  writes = 0;
  stored = new Map<string, unknown>();

  get = (key: string) => this.stored.get(key);

  update(key: string, value: unknown): Promise<void> {
    this.writes++;
    this.stored.set(key, JSON.parse(JSON.stringify(value)));
    return Promise.resolve();
  }
}

const withK = (k: number): ReduceOptions => ({ ...DEFAULT_OPTIONS, k });
const sessionWithK = (k: number): StoredSession => ({ history: { past: [], present: withK(k), future: [] } });
const DEFAULTS = withK(99);

describe('the store of sessions', () => {
  let memory: FakeMemory;
  let store: SessionStore;
  const reopened = () => new SessionStore(memory, assert.fail);
  const kOf = (from: SessionStore, uri: string, hash = 'h') =>
    from.read(uri, hash, DEFAULTS)?.history.present.k;

  beforeEach(() => {
    memory = new FakeMemory();
    store = reopened();
  });

  afterEach(() => store.flush());

  it('gives back what was kept for a file and its content, and nothing for another', () => {
    store.keep('file:///a.png', 'h', { ...sessionWithK(7), view: { view: 'divider' } });
    store.flush();
    assert.deepEqual(reopened().read('file:///a.png', 'h', DEFAULTS), {
      ...sessionWithK(7),
      view: { view: 'divider' },
    });
    assert.equal(reopened().read('file:///a.png', 'other', DEFAULTS), undefined);
    assert.equal(reopened().read('file:///b.png', 'h', DEFAULTS), undefined);
  });

  it('writes once for changes in a row', () => {
    for (let k = 2; k < 50; k++) store.keep('file:///a.png', 'h', sessionWithK(k));
    store.flush();
    store.flush();
    assert.equal(memory.writes, 1);
    assert.equal(kOf(reopened(), 'file:///a.png'), 49);
  });

  it('forgets the images not used for longest', () => {
    for (let i = 0; i < MOST_IMAGES; i++) store.keep(`file:///${i}.png`, 'h', sessionWithK(2 + i));
    store.keep('file:///0.png', 'h', sessionWithK(200));
    store.keep('file:///new.png', 'h', sessionWithK(201));
    store.flush();
    const later = reopened();
    assert.equal(kOf(later, 'file:///0.png'), 200);
    assert.equal(kOf(later, 'file:///1.png'), undefined);
    assert.equal(kOf(later, 'file:///2.png'), 4);
    assert.equal(kOf(later, 'file:///new.png'), 201);
  });

  for (const stored of [undefined, null, 7, 'x', {}, [1, null, {}, { image: 3, session: {} }]]) {
    it(`starts empty from ${JSON.stringify(stored)}`, () => {
      memory.stored.set('tessera.sessions', stored);
      assert.equal(kOf(reopened(), 'file:///a.png'), undefined);
    });
  }
});

describe('a stored session', () => {
  const withoutRecolored = fc.record<ReduceOptions>({
    k: fc.integer({ min: 4, max: 4096 }),
    space: fc.constantFrom(...SPACES),
    init: fc.constantFrom('split', 'kmeans++', 'random'),
    seed: fc.integer({ min: 0, max: 99 }),
    runs: fc.integer({ min: 1, max: 20 }),
    keepRare: fc.integer({ min: 0, max: 100 }),
    locked: fc.array(fc.constantFrom('#000000', '#ffffff', '#12345678'), { maxLength: 4 }),
    recolored: fc.constant([]),
    dither: fc.constantFrom(...DITHERS),
    ditherStrength: fc.integer({ min: 0, max: 100 }),
  });
  const anyOptions = withoutRecolored.map((options) => ({
    ...options,
    recolored: options.locked.slice(0, 1).map((from) => ({ from, to: '#ff0000' })),
  }));

  it('comes back as it was, through JSON', () => {
    fc.assert(
      fc.property(
        anyOptions,
        fc.array(anyOptions, { maxLength: 20 }),
        fc.array(anyOptions, { maxLength: 20 }),
        (present, past, future) => {
          const session: StoredSession = { history: { past, present, future } };
          const text = JSON.stringify(packSession(session));
          assert.deepEqual(unpackSession(JSON.parse(text), DEFAULTS), structuredClone(session));
        },
      ),
    );
  });

  it('takes few characters for steps of one setting', () => {
    const past = Array.from({ length: 100 }, (_, i) => withK(100 + i));
    const text = JSON.stringify(packSession({ history: { past, present: withK(7), future: [] } }));
    assert.ok(text.length < 1500, `${text.length} characters`);
  });

  it('leaves out the oldest steps where it would be too large', () => {
    const many = (color: number): ReduceOptions => ({
      ...withK(4096),
      locked: Array.from({ length: 2000 }, (_, i) => `#${(color * 4096 + i).toString(16).padStart(6, '0')}`),
    });
    const past = Array.from({ length: 30 }, (_, i) => many(i));
    const packed = packSession({ history: { past, present: many(99), future: [] } });
    assert.ok(JSON.stringify(packed).length <= 1 << 16);
    const history = unpackSession(packed, DEFAULTS)?.history;
    assert.ok(history && history.past.length >= 1);
    assert.deepEqual(history.past, past.slice(-history.past.length));
  });

  it('takes the defaults for options out of range, and keeps the view', () => {
    const stored = { options: withK(1), past: [{ k: 20 }], future: [], view: { divider: 3 } };
    assert.deepEqual(unpackSession(stored, DEFAULTS), {
      history: { past: [], present: DEFAULTS, future: [] },
      view: { divider: 3 },
    });
  });

  it('takes the default for an option that an older version did not know', () => {
    const { keepRare: _, ...older } = withK(8);
    const defaults = { ...DEFAULTS, keepRare: 40 };
    assert.deepEqual(unpackSession({ options: older }, defaults)?.history.present, {
      ...withK(8),
      keepRare: 40,
    });
  });

  it('ends the history at a step that does not hold', () => {
    const stored = { options: withK(8), past: [{ k: 9 }, { k: 'ten' }, { k: 11 }], future: [] };
    assert.deepEqual(unpackSession(stored, DEFAULTS)?.history.past, [withK(9)]);
  });

  it('drops a view that is too large', () => {
    const stored = { options: withK(8), view: { notes: 'x'.repeat(5000) } };
    assert.equal(unpackSession(stored, DEFAULTS)?.view, undefined);
  });
});
