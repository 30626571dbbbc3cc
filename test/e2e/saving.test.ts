import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { recordResults } from './recordedResults';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const SAMPLES = join(projectRoot, 'samples');
/** A small picture: what is saved matters here, not what is in it. */
const SOURCE = 'emblem.png';

function prepare(folder: string): void {
  copyFileSync(join(SAMPLES, 'address-book-icon.png'), join(folder, SOURCE));
}

describe('saving', () => {
  const workbench = useWorkbench(SAMPLES, { settings: FIRST_FILE, prepare });
  let page: TesseraPage;

  before(async () => {
    page = await TesseraPage.open(workbench(), SOURCE);
    await page.atRest();
  });

  afterEach(async () => {
    await workbench().clearNotifications();
    for (const name of outputs()) rmSync(workbench().path(name));
  });

  /** What lies in the folder beside the source and the samples. */
  function outputs(): string[] {
    const samples = new Set([...readdirSync(SAMPLES), SOURCE]);
    return readdirSync(workbench().path())
      .filter((file) => !samples.has(file) || /\.k\d+\.png$/.test(file))
      .sort();
  }

  function read(name: string): Buffer {
    return readFileSync(workbench().path(name));
  }

  /** Puts a file where the next save wants to go. */
  function putInTheWay(name: string): Buffer {
    const bytes = Buffer.from(`already there as ${name}`);
    writeFileSync(workbench().path(name), bytes);
    return bytes;
  }

  /** Presses Save As… and settles when the dialog proposes a name. */
  async function startSaveAs(proposal: string): Promise<void> {
    await page.frame.getByRole('button', { name: 'Save As…' }).click();
    const input = workbench().quickInput.locator('input[type=text]');
    await eventually(async () => assert.equal(await input.inputValue(), workbench().path(proposal)));
  }

  it('writes the very bytes that the page shows, by Ctrl+S', async () => {
    const results = await recordResults(page);
    await page.enterK(12);
    await workbench().press('Control+s');
    await page.saved('emblem.k12.png');
    const saved = read('emblem.k12.png');
    assert.deepEqual(saved, await results.latest());
    assert.equal(saved.byteLength, await page.exactByteLength());
  });

  it('saves from the Command Palette', async () => {
    await page.enterK(13);
    await workbench().runCommand('Tessera: Save Reduced PNG');
    await page.saved('emblem.k13.png');
    assert.equal(read('emblem.k13.png').byteLength, await page.exactByteLength());
  });

  it('saves from the button in the editor’s title', async () => {
    await page.enterK(14);
    await workbench().titleButton('Save Reduced PNG').click();
    await page.saved('emblem.k14.png');
    assert.equal(read('emblem.k14.png').byteLength, await page.exactByteLength());
  });

  it('asks before it replaces a file, and writes nothing on Cancel', async () => {
    await page.enterK(8);
    const there = putInTheWay('emblem.k8.png');
    await workbench().press('Control+s');
    await workbench().dialog.getByText('“emblem.k8.png” already exists.').waitFor();
    await workbench().answerDialog('Cancel');
    await page.saveButton.and(page.frame.locator(':not([disabled])')).waitFor();
    assert.deepEqual(outputs(), ['emblem.k8.png']);
    assert.deepEqual(read('emblem.k8.png'), there);
  });

  it('offers the next free name, and leaves the first file untouched', async () => {
    await page.enterK(8);
    const there = [putInTheWay('emblem.k8.png'), putInTheWay('emblem.k8 (2).png')];
    await page.saveButton.click();
    await workbench().answerDialog('Save as “emblem.k8 (3).png”');
    await page.saved('emblem.k8 (3).png');
    assert.deepEqual([read('emblem.k8.png'), read('emblem.k8 (2).png')], there);
    assert.equal(read('emblem.k8 (3).png').byteLength, await page.exactByteLength());
    assert.deepEqual(outputs(), ['emblem.k8 (2).png', 'emblem.k8 (3).png', 'emblem.k8.png']);
  });

  it('replaces the file when told so', async () => {
    await page.enterK(8);
    putInTheWay('emblem.k8.png');
    await page.saveButton.click();
    await workbench().answerDialog('Replace');
    await page.saved('emblem.k8.png');
    assert.equal(read('emblem.k8.png').byteLength, await page.exactByteLength());
    assert.deepEqual(outputs(), ['emblem.k8.png']);
  });

  it('saves under another name with Save As…', async () => {
    await page.enterK(9);
    await startSaveAs('emblem.k9.png');
    await workbench().answerQuickInput(workbench().path('poster.png'));
    await page.saved('poster.png');
    assert.equal(read('poster.png').byteLength, await page.exactByteLength());
    assert.deepEqual(outputs(), ['poster.png']);
  });

  it('writes nothing when Save As… is left with Escape', async () => {
    await startSaveAs('emblem.k9.png');
    await workbench().press('Escape');
    await page.saveButton.and(page.frame.locator(':not([disabled])')).waitFor();
    assert.deepEqual(outputs(), []);
  });

  it('refuses to save over the source', async () => {
    const source = read(SOURCE);
    await startSaveAs('emblem.k9.png');
    await workbench().answerQuickInput(workbench().path(SOURCE));
    await workbench()
      .quickInput.getByText(/already exists/)
      .waitFor();
    await workbench().press('Enter');
    await workbench()
      .notifications.getByText('“emblem.png” is the source, which Tessera never changes.')
      .waitFor();
    assert.deepEqual(read(SOURCE), source);
    assert.deepEqual(outputs(), []);
  });
});

describe('saving with other settings', () => {
  const workbench = useWorkbench(SAMPLES, {
    settings: { 'tessera.save.fileName': '${name}-${colors}of${k}', 'tessera.save.optimize': 'small' },
    prepare,
  });

  it('waits for the smaller file, and names it as the setting says', async () => {
    const page = await TesseraPage.open(workbench(), SOURCE);
    await page.atRest();
    await page.dragSlider(16, 32);
    await page.releaseSlider();
    await workbench().press('Control+s');
    await page.saved('emblem-32of32.png');
    await page.atRest(32);
    const { byteLength } = readFileSync(workbench().path('emblem-32of32.png'));
    assert.equal(byteLength, await page.exactByteLength());
  });
});
