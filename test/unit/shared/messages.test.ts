import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DEFAULT_OPTIONS, K_MAX, SEED_MAX } from '../../../src/engine/options';
import { parsePageMessage } from '../../../src/shared/messages';
import { changedAt } from './changedAt';

const change = (options: object) => ({
  type: 'changeOptions',
  isMoving: false,
  options: { ...DEFAULT_OPTIONS, ...options },
});

describe('Messages from the page', () => {
  it('pass when they are ours', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'save' },
      { type: 'saveAs' },
      { type: 'retry' },
      { type: 'copyColor', hex: '#12ab9f' },
      { type: 'copyColor', hex: '#12ab9f80' },
      { type: 'compareKs', ks: [8, 16, 64, 256] },
      change({ k: 2 }),
      change({ k: K_MAX, space: 'rgb', init: 'random', seed: SEED_MAX }),
      change({ locked: ['#12ab9f'], recolored: [{ from: '#12ab9f', to: '#00000000' }] }),
    ]) {
      assert.deepEqual(parsePageMessage(message), message);
    }
  });

  it('are refused when a value is out of range or of the wrong type', () => {
    for (const message of [
      change({ k: 1 }),
      change({ k: K_MAX + 1 }),
      change({ k: 2.5 }),
      change({ k: NaN }),
      change({ k: '16' }),
      change({ space: 'lab' }),
      change({ init: 'constructor' }),
      change({ seed: -1 }),
      change({ k: 2, locked: ['#000000', '#000001', '#000002'] }),
      change({ recolored: [{ from: '#12ab9f', to: '#ffffff' }] }),
      change({ locked: ['#12ab9f'], recolored: [{ from: '#12ab9f', to: 'white' }] }),
      change({
        locked: ['#12ab9f'],
        recolored: [
          { from: '#12ab9f', to: '#ffffff' },
          { from: '#12ab9f', to: '#000000' },
        ],
      }),
      { type: 'changeOptions', options: DEFAULT_OPTIONS },
      { type: 'copyColor', hex: 'rm -rf /' },
      { type: 'copyColor', hex: '#12ab9f\n' },
      { type: 'compareKs', ks: [] },
      { type: 'compareKs', ks: [1] },
      { type: 'compareKs', ks: [2, 3, 4, 5, 6] },
      { type: '__proto__' },
      { type: 'delete' },
      null,
      undefined,
      'ready',
      [],
    ]) {
      assert.equal(parsePageMessage(message), undefined, JSON.stringify(message));
    }
  });

  it('carry nothing that was not asked for', () => {
    assert.deepEqual(parsePageMessage({ type: 'save', path: '/etc/passwd' }), { type: 'save' });
  });

  it('are what they say or nothing, whatever hostile hands make of ours (10,000 seeded)', () => {
    const ours: unknown[] = [
      change({ locked: ['#12ab9f'], recolored: [{ from: '#12ab9f', to: '#00000000' }] }),
      { type: 'compareKs', ks: [8, 16] },
      { type: 'copyColor', hex: '#12ab9f' },
      { type: 'keepView', view: { zoom: 1 } },
      { type: 'zoomed', percent: 100 },
      { type: 'startTarget', target: { kind: 'bytes', limit: 1000 } },
      { type: 'dropFile', name: 'a.gpl', bytes: new ArrayBuffer(4) },
      { type: 'dropResource', uri: 'file:///a.gpl' },
      { type: 'refuseDrop', file: { name: 'a.gpl', byteLength: 4 } },
      { type: 'ask', token: 'a1', question: { kind: 'curve' } },
      { type: 'withdraw', token: 'a1' },
      { type: 'save' },
    ];
    const hostile = fc.oneof(
      fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true }),
      fc.constantFrom<unknown>(
        '../../etc/passwd',
        '<img src=x onerror=alert(1)>',
        '$(rm -rf ~)',
        '\u202Egnp',
        { __proto__: { isAdmin: true } },
        JSON.parse('{"__proto__":{"isAdmin":true}}'),
        'x'.repeat(100_000),
        NaN,
        Infinity,
        -1,
        2 ** 53,
        new ArrayBuffer(2 << 20),
      ),
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...ours), fc.nat(99), hostile, fc.boolean(), (message, at, value, adds) => {
        const changed = changedAt(message, at, value, adds);
        const parsed = parsePageMessage(changed);
        if (parsed === undefined) return;
        accepted++;
        assert.deepEqual(parsePageMessage(parsed), parsed, 'what was accepted is accepted as it is');
        assert.equal(Object.getPrototypeOf(parsed), Object.prototype);
        assert.equal((parsed as { isAdmin?: unknown }).isAdmin, undefined);
        if (parsed.type === 'changeOptions') {
          const { k, locked, seed } = parsed.options;
          assert.ok(Number.isInteger(k) && k >= 2 && k <= K_MAX && locked.length <= k && seed <= SEED_MAX);
        }
      }),
      { numRuns: 10_000, seed: 7 },
    );
    assert.ok(accepted > 100 && accepted < 9000, `${accepted} of 10,000 were accepted`);
  });

  it('never make the check itself fail', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        assert.equal(parsePageMessage(message), undefined);
      }),
    );
  });
});
