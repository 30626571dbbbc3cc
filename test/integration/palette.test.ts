import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/commands/ids';
import { AnsweredDialogs } from './answeredDialogs';
import { closeEditors, openEditor, save } from './openEditor';
import { namesIn, workspaceFile } from './workspaceFile';

const { fs } = vscode.workspace;
const { executeCommand } = vscode.commands;
const IMAGE = workspaceFile('address-book-icon.png');

describe('palette commands', () => {
  let dialogs: AnsweredDialogs;
  let before: string[];

  beforeEach(async () => {
    before = await namesIn(workspaceFile(''));
    dialogs = new AnsweredDialogs();
    await openEditor(IMAGE);
    await executeCommand(COMMANDS.resetOptions);
  });

  afterEach(async () => {
    dialogs.restore();
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeEditors();
    for (const name of await namesIn(workspaceFile(''))) {
      if (!before.includes(name)) await fs.delete(workspaceFile(name));
    }
  });

  async function text(name: string): Promise<string> {
    return new TextDecoder().decode(await fs.readFile(workspaceFile(name)));
  }

  async function hexList(name: string): Promise<string[]> {
    return (await text(name)).trim().split('\n');
  }

  async function write(name: string, content: string): Promise<vscode.Uri> {
    await fs.writeFile(workspaceFile(name), new TextEncoder().encode(content));
    return workspaceFile(name);
  }

  it('export to a file beside the source, under a name that is free', async () => {
    dialogs.saveAs = (proposed) => proposed;
    const name = await executeCommand(COMMANDS.exportPalette, { format: 'css' });
    assert.equal(name, 'address-book-icon.css');
    assert.match(await text('address-book-icon.css'), /--palette-16: #/);
    assert.equal(
      await executeCommand(COMMANDS.exportPalette, { format: 'css' }),
      'address-book-icon (2).css',
    );
    assert.deepEqual(dialogs.errors, []);
  });

  it('write nothing when the dialog is left, and never over the source', async () => {
    const source = await fs.readFile(IMAGE);
    dialogs.saveAs = () => undefined;
    assert.equal(await executeCommand(COMMANDS.exportPalette, { format: 'png' }), undefined);
    dialogs.saveAs = () => IMAGE;
    assert.equal(await executeCommand(COMMANDS.exportPalette, { format: 'png' }), undefined);
    assert.match(dialogs.errors[0] ?? '', /is the source, which Tessera never changes/);
    assert.deepEqual(await fs.readFile(IMAGE), source);
    assert.deepEqual(await namesIn(workspaceFile('')), before);
  });

  it('copy as a text, and refuse to copy what is none', async () => {
    await executeCommand(COMMANDS.copyPalette, { format: 'hex' });
    assert.match(await vscode.env.clipboard.readText(), /^([0-9a-f]{6,8}\n){16}$/);
    await executeCommand(COMMANDS.copyPalette, { format: 'ase' });
    assert.match(dialogs.errors[0] ?? '', /Adobe Swatch Exchange is not a text/);
  });

  it('preview in a document that nothing asks to save', async () => {
    await executeCommand(COMMANDS.previewPalette, { format: 'scss' });
    const preview = vscode.window.activeTextEditor?.document;
    assert.equal(preview?.languageId, 'scss');
    assert.equal(preview.isDirty, false);
    assert.match(preview.getText(), /\$palette: \(/);
  });

  it('insert at the cursor of the text editor beside, indented as it is there', async () => {
    const file = await write('theme.css', '.page {\n    \n}\n');
    const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.Beside });
    editor.selection = new vscode.Selection(1, 4, 1, 4);
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    assert.equal(await executeCommand(COMMANDS.insertPalette), true);
    assert.match(editor.document.getText(), /^\.page \{\n( {4}--palette-\d+: #[0-9a-f]+;\n){16}\}\n$/);
    await editor.document.save();
  });

  it('say that there is no text editor to insert into', async () => {
    assert.equal(await executeCommand(COMMANDS.insertPalette), false);
    assert.match(dialogs.errors[0] ?? '', /No text editor is open/);
  });

  it('use the colors of a file exactly, as one step', async () => {
    const uri = await write('four.hex', 'ff0000\n00ff00\n0000ff\n000000\n');
    assert.equal(await executeCommand(COMMANDS.usePalette, { uri, use: 'exact' }), 'exact');
    assert.equal(await save(), 'address-book-icon.k4.png');
    await executeCommand(COMMANDS.undo);
    assert.equal(await save(), 'address-book-icon.k16.png');
  });

  it('exchange colors for those of a file, in the order shown, and keep their names', async () => {
    dialogs.saveAs = (proposed) => proposed;
    await executeCommand(COMMANDS.setColors, 4);
    const gpl = ['Night 1 1 64', 'Dusk 64 1 64', 'Dawn 128 96 1', 'Day 250 250 200'];
    const lines = gpl.map((line) => line.replace(/^(\w+) (.*)$/, '$2\t$1'));
    const uri = await write('moods.gpl', `GIMP Palette\nName: Moods\n#\n${lines.join('\n')}\n`);
    assert.equal(await executeCommand(COMMANDS.usePalette, { uri, use: 'order' }), 'order');
    await executeCommand(COMMANDS.exportPalette, { format: 'css' });
    const css = await text('address-book-icon.css');
    for (const name of ['night', 'dusk', 'dawn', 'day']) assert.match(css, new RegExp(`--${name}: #`));
  });

  it('use an indexed PNG’s own palette', async () => {
    dialogs.saveAs = (proposed) => proposed;
    assert.equal(await save(), 'address-book-icon.k16.png');
    await executeCommand(COMMANDS.exportPalette, { format: 'hex' });
    await executeCommand(COMMANDS.setColors, 5);
    const uri = workspaceFile('address-book-icon.k16.png');
    assert.equal(await executeCommand(COMMANDS.usePalette, { uri, use: 'exact' }), 'exact');
    await executeCommand(COMMANDS.exportPalette, { format: 'hex' });
    const [before, after] = [
      await hexList('address-book-icon.hex'),
      await hexList('address-book-icon (2).hex'),
    ];
    assert.deepEqual(after.sort(), before.sort());
  });

  it('use what another image is reduced to, in as many colors as this one has', async () => {
    await executeCommand(COMMANDS.setColors, 7);
    const uri = workspaceFile('hats.png');
    assert.equal(await executeCommand(COMMANDS.usePalette, { uri, use: 'luminance' }), 'luminance');
    assert.equal(await save(), 'address-book-icon.k7.png');
  });

  it('say in one sentence why a file is of no use', async () => {
    for (const [name, content] of [
      ['empty.gpl', ''],
      ['letter.txt', 'Dear all,\nno colors here.'],
    ] as const) {
      const uri = await write(name, content);
      assert.equal(await executeCommand(COMMANDS.usePalette, { uri, use: 'exact' }), undefined);
      assert.match(dialogs.errors.at(-1) ?? '', new RegExp(`^“${name}” .*\\.$`));
    }
    const few = await write('two.hex', 'ff0000\n00ff00\n');
    assert.equal(await executeCommand(COMMANDS.usePalette, { uri: few, use: 'nearest' }), undefined);
    assert.match(dialogs.errors.at(-1) ?? '', /holds 2 colors and the picture 16/);
  });

  it('take a picture apart into a codebook and a label map, and put it together again', async () => {
    dialogs.saveAs = (proposed) => proposed;
    const name = await executeCommand(COMMANDS.exportPalette, { format: 'codebook' });
    assert.equal(name, 'address-book-icon.codebook.json');
    const codebook = workspaceFile('address-book-icon.codebook.json');
    const rebuilt = await executeCommand<string>(COMMANDS.reconstruct, codebook);
    assert.equal(rebuilt, 'address-book-icon (2).png');
    assert.equal(await save(), 'address-book-icon.k16.png');
    assert.deepEqual(
      await fs.readFile(workspaceFile(rebuilt)),
      await fs.readFile(workspaceFile('address-book-icon.k16.png')),
    );
  });
});
