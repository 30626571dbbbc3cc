import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AnsweredDialogs } from './answeredDialogs';
import { activeInput, closeEditors, openEditor, save } from './openEditor';
import { namesIn, workspaceFile } from './workspaceFile';
import { COMMANDS } from '../../src/commands/ids';
import { VIEW_TYPE } from '../../src/editor/provider';

const { executeCommand } = vscode.commands;
const SOURCE = 'address-book-icon.png';

describe('the commands on the image in front', () => {
  let dialogs: AnsweredDialogs;
  let before: string[];

  beforeEach(async () => {
    dialogs = new AnsweredDialogs();
    before = await namesIn(workspaceFile(''));
  });

  afterEach(async () => {
    dialogs.restore();
    await executeCommand(COMMANDS.resetOptions);
    await closeEditors();
    for (const name of await namesIn(workspaceFile(''))) {
      if (!before.includes(name)) await vscode.workspace.fs.delete(workspaceFile(name));
    }
  });

  it('set, undo, redo and reset the number of colors, as the saved file shows', async () => {
    await openEditor(workspaceFile(SOURCE));
    await executeCommand(COMMANDS.setColors, 9);
    await executeCommand(COMMANDS.setColors, 5);
    assert.equal(await save(), 'address-book-icon.k5.png');
    await executeCommand(COMMANDS.undo);
    assert.equal(await save(), 'address-book-icon.k9.png');
    await executeCommand(COMMANDS.redo);
    await executeCommand(COMMANDS.undo);
    await executeCommand(COMMANDS.undo);
    assert.equal(await save(), 'address-book-icon.k16.png');
  });

  it('ignore a number of colors that is none', async () => {
    await openEditor(workspaceFile(SOURCE));
    for (const wrong of [1, 5000, 2.5, NaN]) await executeCommand(COMMANDS.setColors, wrong);
    assert.equal(await save(), 'address-book-icon.k16.png');
  });

  it('find what was chosen when the image is opened again', async () => {
    await openEditor(workspaceFile(SOURCE));
    await executeCommand(COMMANDS.setColors, 11);
    assert.equal(await save(), 'address-book-icon.k11.png');
    await closeEditors();
    await vscode.workspace.fs.delete(workspaceFile('address-book-icon.k11.png'));
    await openEditor(workspaceFile(SOURCE));
    assert.equal(await save(), 'address-book-icon.k11.png');
  });

  it('take a changed default for images opened from then on only', async () => {
    const settings = vscode.workspace.getConfiguration('tessera');
    await openEditor(workspaceFile('screenshot.png'));
    assert.equal(await save(), 'screenshot.k16.png');
    await settings.update('defaults.k', 6, vscode.ConfigurationTarget.Global);
    try {
      await vscode.workspace.fs.delete(workspaceFile('screenshot.k16.png'));
      assert.equal(await save(), 'screenshot.k16.png');
      await openEditor(workspaceFile('shutters.jpg'));
      assert.equal(await save(), 'shutters.k6.png');
    } finally {
      await settings.update('defaults.k', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('lead to the built-in preview of the source', async () => {
    await openEditor(workspaceFile(SOURCE));
    await executeCommand(COMMANDS.openPreview);
    assert.equal(activeInput()?.viewType, 'imagePreview.previewEditor');
  });

  it('open a copy of the sample outside of the extension and the workspace', async () => {
    await executeCommand(COMMANDS.openSample);
    const input = activeInput();
    assert.equal(input?.viewType, VIEW_TYPE);
    assert.match(input.uri.path, /globalStorage\/tessera\.tessera\/samples\/shutters\.jpg$/);
    assert.equal(vscode.workspace.getWorkspaceFolder(input.uri), undefined);
    await executeCommand(COMMANDS.openSample); // once more: what is there stays
    assert.equal(activeInput()?.uri.toString(), input.uri.toString());
  });
});
