import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as fc from 'fast-check';
import sharp from 'sharp';
import * as v from 'valibot';
import * as vscode from 'vscode';
import { EditorPage } from '../../src/editor/page';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { parsePageMessage } from '../../src/shared/messages';
import { reduceOptionsSchema } from '../../src/shared/options';
import { createTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder';
import { AnsweredDialogs } from './answeredDialogs';
import { HOSTILE_ADDRESSES, hostileMessage } from './hostileMessages';
import { extensionUri, openOwnDocument, type OwnDocument } from './ownDocument';
import { PNG_SIGNATURE } from './pngSignature';
import { StandInPanel } from './standInPanel';
import { namesIn, workspaceFile } from './workspaceFile';

const { fs } = vscode.workspace;
const REFUSAL = 'A message from the page of “…” was refused: it is not one of ours.';
const MESSAGES = 10_000;
/** Messages between two moments in which the extension host does what they ask for. */
const BURST = 100;

describe('a page in hostile hands', () => {
  let count = 0;
  let source: vscode.Uri;
  let outside: TemporaryFolder;
  let dialogs: AnsweredDialogs;
  let own: OwnDocument;
  let page: StandInPanel;
  let before: string[];
  let bytes: Uint8Array;
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => {
    // VS Code looks for files with a program of its own, which not every installation has.
    if (!String(reason).includes('ripgrep')) unhandled.push(reason);
  };

  beforeEach(async () => {
    outside = createTemporaryFolder('outside');
    source = workspaceFile(`hostile${++count}.png`); // another one each time: of the last one word may come late
    const icon = sharp(workspaceFile('address-book-icon.png').fsPath).resize(24, 24);
    bytes = await icon.png().toBuffer();
    await fs.writeFile(source, bytes);
    before = await namesIn(workspaceFile(''));
    dialogs = new AnsweredDialogs();
    dialogs.leaveAll();
    unhandled.length = 0;
    process.on('unhandledRejection', note);
    own = await openOwnDocument(source);
    page = new StandInPanel();
    new EditorPage(own.document, page.panel, extensionUri(), own.log);
    page.send({ type: 'ready' });
  });

  afterEach(async () => {
    page.dispose();
    own.dispose();
    dialogs.restore();
    process.off('unhandledRejection', note);
    for (const name of await namesIn(workspaceFile(''))) {
      if (!before.includes(name) || name.startsWith('hostile')) await fs.delete(workspaceFile(name));
    }
    outside.remove();
  });

  async function assertNothingWritten(): Promise<void> {
    assert.deepEqual(await namesIn(workspaceFile('')), before);
    assert.ok(Buffer.from(await fs.readFile(source)).equals(bytes), 'the source has changed');
  }

  it('gets 10,000 messages through without effect but a logged refusal, and the editor goes on', async () => {
    const { session } = own.document;
    let refused = 0;
    const messages = fc.sample(hostileMessage, { numRuns: MESSAGES, seed: 11 });
    for (const [i, message] of messages.entries()) {
      const isOurs = parsePageMessage(message) !== undefined;
      const { options } = session;
      page.send(message);
      if (!isOurs) {
        refused++;
        assert.equal(session.options, options, 'a refused message has changed the options');
      }
      assert.ok(v.is(reduceOptionsSchema, session.options), JSON.stringify(session.options));
      if (i % BURST === 0) await new Promise(setImmediate);
    }
    assert.ok(refused > MESSAGES / 4 && refused < MESSAGES, `${refused} were refused`);
    assert.equal(own.lines.warn.filter((line) => line === REFUSAL).length, refused);
    assert.doesNotMatch(own.lines.warn.join('\n'), /passwd|onerror|hostile\d|\.gpl|x{9}/);

    page.send({ type: 'changeOptions', options: { ...DEFAULT_OPTIONS, k: 5 }, isMoving: false });
    const { palette, png } = await session.file();
    assert.equal(palette.rgba.length, 4 * 5);
    assert.deepEqual([...new Uint8Array(png, 0, 8)], [...PNG_SIGNATURE]);
    assert.ok(page.received.some(({ type }) => type === 'result'));
    assert.deepEqual(own.lines.error, []);
    assert.deepEqual(unhandled, []);
    assert.equal(({} as { isAdmin?: unknown }).isAdmin, undefined);
    await assertNothingWritten();
  });

  it('can’t say where Save writes', async () => {
    page.send({
      type: 'save',
      path: '/tmp/evil.png',
      name: '../evil.png',
      uri: vscode.Uri.file(outside.path).toString(),
      target: { scheme: 'file', path: '../../evil.png' },
    });
    const ended = await page.next('saveEnded');
    const saved = `hostile${count}.k16.png`;
    assert.equal(ended.name, saved);
    assert.deepEqual(await namesIn(workspaceFile('')), [...before, saved].sort());
    assert.deepEqual(await namesIn(vscode.Uri.file(outside.path)), []);
  });

  it('can’t have files read that lie outside of the workspace', async () => {
    writeFileSync(join(outside.path, 'secret.hex'), 'ff0000\n00ff00\n');
    const secret = `${basename(outside.path)}/secret.hex`;
    const addresses = [
      ...HOSTILE_ADDRESSES,
      vscode.Uri.file(join(outside.path, 'secret.hex')).toString(),
      `${workspaceFile('').toString()}/../${secret}`,
      `${workspaceFile('').toString()}/%2e%2e/${secret}`,
      `${workspaceFile('').toString()}/x/../../${secret}`,
      `${workspaceFile('').toString()}/..%2f${secret}`,
      `${source.toString()}/../../${secret}`,
    ];
    for (const uri of addresses) {
      const { length } = dialogs.errors;
      page.send({ type: 'dropResource', uri });
      while (dialogs.errors.length === length && dialogs.lists === 0) await new Promise(setImmediate);
      assert.equal(dialogs.lists, 0, `${uri} was read`);
      assert.match(
        dialogs.errors.at(-1)!,
        / is outside of the workspace\. |^What was dropped is not a file\.$/,
        uri,
      );
    }
    assert.deepEqual(own.document.session.options.locked, []);
    assert.deepEqual(own.lines.error, []);
  });
});
