import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPalette } from '../../src/paletteFiles/readPalette';
import { hexOf } from '../../src/paletteFiles/palette';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { dropFile, dragFile, endDrag } from './dropFile';
import { FIRST_FILE } from './firstFile';
import { readPng } from './pngFile';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const TOKENS = 'hats.tokens.json';
const MOODS =
  'GIMP Palette\nName: Moods\n#\n1 1 64\tNight\n64 1 64\tDusk\n128 96 1\tDawn\n250 250 200\tDay\n';

/** The steps of one job: each test goes on where the one before it ended. */
describe('palettes as files', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'), { settings: FIRST_FILE });
  let page: TesseraPage;

  const exportButton = () => page.frame.getByRole('button', { name: 'Export palette' });
  const useButton = () => page.frame.getByRole('button', { name: 'Use palette from a file' });
  const pick = (label: string) => workbench().quickPick(label);
  const button = (format: string, name: RegExp) =>
    workbench()
      .quickInput.locator('.quick-input-list-entry')
      .filter({ has: workbench().page.getByText(format, { exact: true }) })
      .getByRole('button', { name });
  const use = (label: string) => workbench().quickInput.getByText(label);
  /** With editors side by side, a tab's name has more in it than the file's. */
  const tabOf = (file: string) => workbench().page.locator('.editor .tabs-container .tab', { hasText: file });
  const clipboard = () => workbench().page.evaluate(() => navigator.clipboard.readText());

  function colorsOf(name: string): string[] {
    const { palette } = readPalette(readFileSync(workbench().path(name)), name);
    return palette.colors.map(({ rgba }) => hexOf(rgba));
  }

  async function savedColors(name: string): Promise<string[]> {
    const { rgba } = await readPng(workbench().path(name));
    const colors = new Set<string>();
    for (let at = 0; at < rgba.length; at += 4) {
      colors.add(`#${Buffer.from(rgba.subarray(at, at + 3)).toString('hex')}`);
    }
    return [...colors];
  }

  it('go to a design-tokens file by the button', async () => {
    page = await TesseraPage.open(workbench(), 'hats.png');
    await page.atRest(16);
    await exportButton().click();
    await pick('Design tokens (DTCG)').click();
    await workbench().answerFileDialog(workbench().path(TOKENS));
    await workbench().explorerFile(TOKENS).waitFor();
    const labels = await page.swatches.evaluateAll((all) => all.map((each) => each.ariaLabel ?? ''));
    assert.deepEqual(
      colorsOf(TOKENS),
      labels.map((label) => label.slice(0, 7)),
    );
  });

  it('go to the clipboard by the button beside a format', async () => {
    await exportButton().click();
    await pick('CSS custom properties').hover();
    await button('CSS custom properties', /^Copy to the Clipboard/).click();
    await workbench().notifications.getByText('Copied 16 colors as CSS custom properties.').waitFor();
    assert.match(await clipboard(), /:root \{\n( {2}--palette-\d+: #[0-9a-f]{6};\n){16}\}/);
    await workbench().clearNotifications();
  });

  it('go to the clipboard by the keyboard alone', async () => {
    await workbench().runCommand('Tessera: Copy Palette As…');
    await workbench().answerQuickInput('HEX list');
    await eventually(async () => assert.match(await clipboard(), /^([0-9a-f]{6}\n){16}$/));
    await workbench().clearNotifications();
  });

  it('are looked at before they are saved', async () => {
    await exportButton().click();
    await pick('SCSS map').hover();
    await button('SCSS map', /^Preview/).click();
    await tabOf('hats.scss').waitFor();
    await workbench().page.locator('.view-lines').getByText('$palette').first().waitFor();
    await workbench().closeEditors(); // and nothing asks whether to save
  });

  it('come into another image, all locked, and into the file that is saved', async () => {
    page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest(16);
    await useButton().click();
    await workbench().answerFileDialog(workbench().path(TOKENS));
    await use('Use exactly these colors').click();
    await eventually(async () =>
      assert.equal(await page.frame.getByRole('option', { name: /, locked$/ }).count(), 16),
    );
    await page.atRest(16);
    await page.save('shutters.k16.png');
    const [saved, wanted] = [await savedColors('shutters.k16.png'), colorsOf(TOKENS)];
    assert.ok(saved.length > 1 && saved.every((hex) => wanted.includes(hex)));
    await page.undoButton.click();
    await page.frame
      .getByRole('option', { name: /, locked$/ })
      .first()
      .waitFor({ state: 'detached' });
  });

  it('come by being dropped onto the page, and recolor the picture', async () => {
    await page.enterK(4);
    const files = readdirSync(workbench().path());
    const target = page.frame.locator('tessera-compare-panes');
    await dragFile(target, 'moods.gpl', MOODS);
    await page.frame.getByText('Drop to use its palette').waitFor();
    await endDrag(target);
    await page.frame.getByText('Drop to use its palette').waitFor({ state: 'detached' });
    await dropFile(target, 'moods.gpl', MOODS);
    await use('Recolor by luminance').click();
    await page.frame.getByRole('option', { name: /^#010140, .*recolored from/ }).waitFor();
    await page.atRest(4);
    await page.undoButton.click();
    await page.frame.getByRole('option', { name: /^#010140/ }).waitFor({ state: 'detached' });
    assert.deepEqual(readdirSync(workbench().path()), files);
  });

  it('say in a sentence why what was dropped is of no use', async () => {
    await dropFile(page.frame.locator('tessera-compare-panes'), 'letter.txt', 'Dear all,');
    await workbench().notifications.getByText('“letter.txt” holds no colors').waitFor();
    await workbench().clearNotifications();
  });

  it('go into the text editor beside, at its cursor', async () => {
    writeFileSync(workbench().path('theme.css'), '');
    await workbench().explorerContextMenu('theme.css', 'Open to the Side');
    await tabOf('theme.css').waitFor();
    await tabOf('shutters.jpg').click();
    await workbench().runCommand('Tessera: Insert Palette into Active Text Editor');
    await workbench().page.locator('.view-lines').getByText('--palette-4').waitFor();
    await workbench().press('Control+s');
    await eventually(() =>
      assert.match(
        readFileSync(workbench().path('theme.css'), 'utf8'),
        /:root \{\n( {2,4}--palette-\d: #[0-9a-f]{6};\n){4}\}/,
      ),
    );
  });
});
