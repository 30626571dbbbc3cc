import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DEFAULT_OPTIONS, K_MAX, SEED_MAX } from '../../../src/engine/options';
import { parsePageMessage } from '../../../src/shared/messages';

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

  it('never make the check itself fail', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        assert.equal(parsePageMessage(message), undefined);
      }),
    );
  });
});
