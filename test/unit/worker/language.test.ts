import assert from 'node:assert/strict';
import { RealWorker } from './realWorker';
import { readBundle } from '../localization/bundles';

describe('the worker in another language', () => {
  it('says in it what is wrong with a file', async () => {
    const bundle = readBundle('l10n', 'bundle.l10n.zh-cn.json');
    const worker = new RealWorker({ language: 'zh-cn', bundle });
    await assert.rejects(worker.openBytes('1', Buffer.from('GIF89a'), 'cat.png'), {
      name: 'UserError',
      message: '“cat.png”其实是 GIF 图像；Tessera 读取 PNG 和 JPEG。',
    });
    worker.client.dispose();
  });
});
