import assert from 'node:assert/strict';
import { formatBytes, formatExactBytes } from '../../../src/shared/formatBytes';
import { applyLocalization, ENGLISH, formatNumber, formatPercent } from '../../../src/shared/localization';
import { readBundle } from '../localization/bundles';

describe('the language of figures', () => {
  afterEach(() => applyLocalization(ENGLISH));

  it('is English unless said otherwise', () => {
    assert.equal(formatNumber(12345.67, 1), '12,345.7');
    assert.equal(formatPercent(12.34, 1), '12.3 %');
  });

  it('follows what was applied, words and numbers', () => {
    applyLocalization({ language: 'de', bundle: { '{0} bytes': '{0} Bytes' } });
    assert.equal(formatExactBytes(84_213), '84.213 Bytes');
    assert.equal(formatBytes(84_213), '84,2 KB');
  });

  it('is complete in Chinese', () => {
    applyLocalization({ language: 'zh-cn', bundle: readBundle('l10n', 'bundle.l10n.zh-cn.json') });
    assert.equal(formatExactBytes(84_213), '84,213 字节');
    assert.equal(formatPercent(12.34, 1), '12.3%');
  });

  it('is forgotten when English is applied again', () => {
    applyLocalization({ language: 'de', bundle: { '{0} bytes': '{0} Bytes' } });
    applyLocalization(ENGLISH);
    assert.equal(formatExactBytes(84_213), '84,213 bytes');
  });
});
