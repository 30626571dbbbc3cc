import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('registers every command that the manifest declares', async () => {
    const extension = vscode.extensions.getExtension<unknown>('tessera.tessera');
    assert.ok(extension, 'the extension is not there');
    await extension.activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    // The manifest's shape is fixed by VS Code, which has just read it.
    const manifest = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const declared = manifest.contributes.commands.map(({ command }) => command);
    assert.ok(declared.includes('tessera.reducePalette'));
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    );
  });
});
