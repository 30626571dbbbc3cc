import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/commands/ids';
import { VIEW_TYPE } from '../../src/editor/provider';
import { manifest, tessera } from './manifest';

describe('the manifest', () => {
  const ids = Object.values<string>(COMMANDS).sort();

  it('declares exactly the commands of the code', () => {
    const declared = manifest().contributes.commands.map(({ command }) => command);
    assert.deepEqual(declared.sort(), ids);
  });

  it('declares no command that is not registered', async () => {
    await tessera().activate();
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(registered.filter((command) => ids.includes(command)).sort(), ids);
  });

  it('names only its own commands in menus and keys', () => {
    const { menus, keybindings } = manifest().contributes;
    const named = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((command) => !ids.includes(command)),
      [],
    );
  });

  it('offers the editor beside the built-in preview, never instead of it', () => {
    const editors = manifest().contributes.customEditors;
    assert.deepEqual(
      editors.map(({ viewType, priority }) => ({ viewType, priority })),
      [{ viewType: VIEW_TYPE, priority: 'option' }],
    );
  });
});
