import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparedKs, withK } from '../../../../src/webview/picture/comparedKs';

describe('the numbers of colors to compare', () => {
  it('are 8, 16, 64 and 256', () => {
    assert.deepEqual(comparedKs(16, null, 0), [8, 16, 64, 256]);
  });

  it('hold the present one, in the place of the nearest', () => {
    assert.deepEqual(comparedKs(24, null, 0), [8, 24, 64, 256]);
    assert.deepEqual(comparedKs(4, 90_000, 0), [4, 16, 64, 256]);
    assert.deepEqual(comparedKs(1000, null, 0), [8, 16, 64, 1000]);
  });

  it('spread between what is locked and what the picture has', () => {
    assert.deepEqual(comparedKs(40, 40, 0), [2, 5, 15, 40]);
    assert.ok(comparedKs(16, null, 12).every((k) => k >= 12));
  });

  it('are ascending, different, at most four, and hold k, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4096 }),
        fc.option(fc.integer({ min: 1, max: 100_000 })),
        fc.integer({ min: 0, max: 300 }),
        (k, colorCount, locked) => {
          const ks = comparedKs(k, colorCount, locked);
          assert.ok(ks.length >= 1 && ks.length <= 4 && ks.includes(k));
          assert.ok(ks.every((each, i) => i === 0 || each > ks[i - 1]!));
        },
      ),
    );
  });

  it('stay as they are when one of them is taken', () => {
    assert.deepEqual(withK([8, 16, 64, 256], 64), [8, 16, 64, 256]);
    assert.deepEqual(withK([8, 16, 64, 256], 50), [8, 16, 50, 256]);
  });
});
