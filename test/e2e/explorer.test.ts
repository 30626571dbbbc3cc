import assert from 'node:assert/strict';
import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { useWorkbench } from './useWorkbench';

describe('the Explorer', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'), { settings: FIRST_FILE });

  for (const image of ['hats.png', 'shutters.jpg']) {
    it(`offers Reduce Palette… for ${image}`, async () => {
      const labels = await workbench().explorerMenuLabels(image);
      assert.ok(labels.includes('Reduce Palette…'), labels.join(', '));
    });
  }

  it('does not offer Reduce Palette… for a text', async () => {
    const labels = await workbench().explorerMenuLabels('README.md');
    assert.ok(labels.includes('Delete Permanently'), labels.join(', '));
    assert.ok(!labels.includes('Reduce Palette…'), labels.join(', '));
  });
});
