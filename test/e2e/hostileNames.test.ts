import assert from 'node:assert/strict';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';
import { plainText } from '../../src/shared/plainText';

const SAMPLES = join(projectRoot, 'samples');
/** An icon, an element with a script, and a link that runs a command, where a name is not taken for text. */
const NAME = '$(zap) <img src=x onerror=alert(1)> [run](command:workbench.action.closeWindow).png';
const SAVED = '$(zap) -img src=x onerror=alert(1)- [run](command-workbench.action.closeWindow).k16.png';
const WORD_JOINER = /\u2060/g;

describe('a file whose name means harm', () => {
  const workbench = useWorkbench(SAMPLES, {
    settings: FIRST_FILE,
    prepare: (folder) => copyFile(join(SAMPLES, 'address-book-icon.png'), join(folder, NAME)),
  });
  let page: TesseraPage;

  it('is shown under that name, as text', async () => {
    await workbench().explorerContextMenu(NAME, 'Reduce Palette…');
    page = await TesseraPage.visible(workbench(), plainText(NAME));
    await page.atRest(16);
    assert.equal((await page.frame.locator('h1').innerText()).replaceAll(WORD_JOINER, ''), NAME);
    assert.equal(await page.frame.locator('img').count(), 0);
  });

  it('is saved, and named in a notification without icon or link', async () => {
    await page.saveButton.click();
    const message = workbench().notifications.filter({ hasText: 'Saved' });
    await message.waitFor();
    const text = (await message.innerText()).replaceAll(WORD_JOINER, '');
    assert.ok(text.includes(`“${SAVED}”`), text);
    assert.equal(await message.locator('a, .codicon').count(), 0);
    await page.frame.locator('.saved').waitFor();
  });

  it('is named as text when it is gone', async () => {
    await rm(workbench().path(NAME));
    const banner = page.frame.getByRole('alert').filter({ hasText: 'was deleted or moved' });
    await banner.waitFor();
    assert.ok((await banner.innerText()).replaceAll(WORD_JOINER, '').includes(`“${NAME}”`));
    assert.equal(await banner.locator('img').count(), 0);
  });
});
