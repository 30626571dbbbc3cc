import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/commands/ids';
import { VIEW_TYPE } from '../../src/editor/provider';
import { activeInput, closeEditors, openEditor } from './openEditor';
import { workspaceFile } from './workspaceFile';

describe('opening an image', () => {
  afterEach(closeEditors);

  it('gives a tab of the Tessera editor', async () => {
    await openEditor(workspaceFile('hats.png'));
    assert.equal(activeInput()?.viewType, VIEW_TYPE);
  });

  it('works by command with an address', async () => {
    await vscode.commands.executeCommand(COMMANDS.reducePalette, workspaceFile('shutters.jpg'));
    assert.equal(activeInput()?.viewType, VIEW_TYPE);
    assert.equal(activeInput()?.uri.toString(), workspaceFile('shutters.jpg').toString());
  });

  it('works by command on the image in front', async () => {
    await vscode.commands.executeCommand('vscode.open', workspaceFile('clownfish.png'));
    assert.equal(activeInput()?.viewType, 'imagePreview.previewEditor');
    await vscode.commands.executeCommand(COMMANDS.reducePalette);
    assert.equal(activeInput()?.viewType, VIEW_TYPE);
    assert.equal(activeInput()?.uri.toString(), workspaceFile('clownfish.png').toString());
  });
});
