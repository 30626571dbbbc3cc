import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AnsweredDialogs } from './answeredDialogs';
import { closeEditors, openEditor, save } from './openEditor';
import { workspaceFile } from './workspaceFile';
import { COMMANDS } from '../../src/commands/ids';

describe('the diagnostics', () => {
  it('tell of versions, settings and the image in front, and name no file', async () => {
    const dialogs = new AnsweredDialogs();
    await openEditor(workspaceFile('address-book-icon.png'));
    const saved = await save();
    await vscode.commands.executeCommand(COMMANDS.copyDiagnostics);
    const text = await vscode.env.clipboard.readText();
    dialogs.restore();
    await closeEditors();
    if (saved) await vscode.workspace.fs.delete(workspaceFile(saved));

    const [, json = ''] = /^```json\n(.*)\n```\n$/s.exec(text) ?? [];
    const report = JSON.parse(json) as Record<string, Record<string, unknown>>;
    assert.equal(report.vscode, vscode.version);
    const { image, settings } = report;
    assert.ok(image && settings);
    assert.deepEqual([image.format, image.width, image.height, image.hasFailed], ['PNG', 128, 128, false]);
    assert.equal(settings['save.fileName'], 'default');
    assert.match(JSON.stringify(report.log), /info: decoded PNG 128 x 128/);
    assert.ok(!text.includes('address-book'), text);
    assert.ok(!text.includes(workspaceFile('').path), text);
  });
});
