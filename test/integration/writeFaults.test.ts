import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { exportExplored } from '../../src/editor/explore/exportExplored';
import { exportPalette } from '../../src/editor/palette/exportPalette';
import { reconstructImage } from '../../src/editor/palette/reconstruct';
import { redacted } from '../../src/editor/redacted';
import { saveReducedAs } from '../../src/editor/saveReduced';
import { AnsweredDialogs } from './answeredDialogs';
import { MEMORY_SCHEME, MemoryFiles } from './memoryFiles';
import { openOwnDocument, type OwnDocument } from './ownDocument';
import { workspaceFile } from './workspaceFile';

const SOURCE = 'icon.png';
const CODEBOOK = ['given.codebook.json', 'given.labels.png'] as const;
const OLDER = Uint8Array.of(1, 2, 3);
/** Whatever stands there for a moment only, and what nobody but Tessera may see. */
const OWN = /^\.tessera-/;

const TROUBLES = {
  'a failing disk': [new Error('EIO: i/o error'), / was not saved: .*EIO: i\/o error/],
  'a full disk': [
    new Error('ENOSPC: no space left on device'),
    / was not saved: the disk is full\. Make room there, or save elsewhere\.$/,
  ],
  'no permission': [
    vscode.FileSystemError.NoPermissions('Not yours.'),
    / was not saved: permission denied\. Save it to another folder\.$/,
  ],
} as const;

interface Way {
  /** What is written, the first one where the person says. */
  names: readonly string[];
  write(own: OwnDocument): Promise<string | undefined>;
  /** It never replaces anything. */
  isAlwaysNew?: boolean;
  /** It asks about a file that appeared, and does not just say so. */
  asksWhenLate?: boolean;
}

const WAYS: Record<string, Way> = {
  'Save As': {
    names: ['chosen.png'],
    write: ({ document }) => saveReducedAs(document),
    asksWhenLate: true,
  },
  'the export of a palette': {
    names: ['chosen.css'],
    write: ({ document }) => exportPalette(document, 'save', { format: 'css' }),
  },
  'the export of a codebook': {
    names: ['chosen.codebook.json', 'chosen.labels.png'],
    write: ({ document }) => exportPalette(document, 'save', { format: 'codebook' }),
  },
  'a file of Explore': {
    names: ['chosen.csv'],
    write: ({ document }) =>
      exportExplored(document, { kind: 'segmentTable', options: document.session.options }),
  },
  'a reconstructed picture': {
    names: ['given.png'],
    write: (own) =>
      reconstructImage(own, vscode.Uri.from({ scheme: MEMORY_SCHEME, path: `/${CODEBOOK[0]}` })),
    isAlwaysNew: true,
  },
};

describe('writing, where it goes wrong,', () => {
  const files = new MemoryFiles();
  const given = new Map<string, Uint8Array>();
  let registration: vscode.Disposable;
  let own: OwnDocument;
  let dialogs: AnsweredDialogs;

  before(async () => {
    registration = vscode.workspace.registerFileSystemProvider(MEMORY_SCHEME, files, {
      isCaseSensitive: true,
    });
    files.put(SOURCE, await vscode.workspace.fs.readFile(workspaceFile('address-book-icon.png')));
    dialogs = new AnsweredDialogs();
    own = await openOwnDocument(files.uri(SOURCE));
    dialogs.saveAs = () => files.uri(CODEBOOK[0]);
    assert.equal(await exportPalette(own.document, 'save', { format: 'codebook' }), CODEBOOK[0]);
    dialogs.restore();
    for (const name of [SOURCE, ...CODEBOOK]) given.set(name, files.get(name)!);
  });

  beforeEach(() => {
    dialogs = new AnsweredDialogs();
    dialogs.leaveAll();
  });

  afterEach(() => {
    dialogs.restore();
    files.recover();
    for (const name of Object.keys(added())) files.delete(files.uri(name));
  });

  after(() => {
    own.dispose();
    registration.dispose();
  });

  /** What is there beside what was given. */
  function added(): Record<string, readonly number[]> {
    const names = files.names().filter((name) => !given.has(name));
    return Object.fromEntries(names.map((name) => [name, [...files.get(name)!]]));
  }

  /** The same, when all that was given is as it was. */
  function there(): Record<string, readonly number[]> {
    for (const [name, bytes] of given) {
      assert.ok(Buffer.from(files.get(name)!).equals(bytes), `${name} has changed`);
    }
    return added();
  }

  function putOlder(names: readonly string[]): Record<string, readonly number[]> {
    for (const name of names) files.put(name, OLDER);
    return Object.fromEntries(names.map((name) => [name, [...OLDER]]));
  }

  for (const [what, way] of Object.entries(WAYS)) {
    const { names, write, isAlwaysNew = false, asksWhenLate = false } = way;

    describe(`leaves all as it was: ${what}`, () => {
      beforeEach(() => {
        dialogs.saveAs = () => files.uri(names[0]!);
      });

      for (const [trouble, [error, sentence]] of Object.entries(TROUBLES)) {
        for (const operation of ['writeFile', 'rename'] as const) {
          for (const nth of names.keys()) {
            const where = names.length > 1 ? ` at file ${nth + 1}` : '';
            /** Whether it is the nth that is being written; what is put back afterwards is none of them. */
            const isNth = () => {
              let count = 0;
              return (name: string) => name.endsWith('.tmp') && count++ === nth;
            };

            it(`${operation} meets ${trouble}${where}`, async () => {
              files.failOn(operation, error, isNth());
              assert.equal(await write(own), undefined);
              assert.deepEqual(there(), {});
              assert.equal(dialogs.errors.length, 1);
              assert.match(dialogs.errors[0]!, sentence);
              assert.equal(own.lines.warn.at(-1), redacted(dialogs.errors[0]!));
              assert.ok(dialogs.errors[0]!.startsWith(`“${names[nth]!}” `), dialogs.errors[0]);
            });

            if (isAlwaysNew) continue;
            it(`${operation} meets ${trouble}${where}, with an older file there`, async () => {
              const older = putOlder(names);
              dialogs.restore();
              dialogs = new AnsweredDialogs(() => 'Replace');
              dialogs.leaveAll();
              dialogs.saveAs = () => files.uri(names[0]!);
              files.failOn(operation, error, isNth());
              assert.equal(await write(own), undefined);
              assert.deepEqual(there(), older);
              assert.equal(dialogs.errors.length, 1);
              assert.match(dialogs.errors[0]!, sentence);
            });
          }
        }
      }

      for (const late of names) {
        it(`“${late}” appears while it is written`, async () => {
          files.afterWriting(() => files.put(late, OLDER));
          assert.equal(await write(own), undefined);
          assert.deepEqual(there(), { [late]: [...OLDER] });
          assert.deepEqual(
            [...dialogs.questions, ...dialogs.errors],
            asksWhenLate
              ? [`“${late}” already exists.`]
              : [`“${late}” appeared there just now and was left as it is. Nothing was saved.`],
          );
        });
      }

      it('and works once the trouble is over', async () => {
        files.failOn('writeFile', TROUBLES['a full disk'][0]);
        assert.equal(await write(own), undefined);
        files.recover();
        assert.equal(await write(own), names[0]);
        assert.deepEqual(Object.keys(there()).sort(), [...names].sort());
      });
    });
  }

  it('says where the older file is when it can’t even be put back', async () => {
    const way = WAYS['the export of a palette']!;
    putOlder(way.names);
    dialogs.saveAs = () => files.uri(way.names[0]!);
    files.failOn('rename', TROUBLES['a failing disk'][0], (name) => OWN.test(name));
    assert.equal(await way.write(own), undefined);
    const [kept = '', ...others] = Object.keys(there());
    assert.match(kept, /^\.tessera-[0-9a-f]{8}\.old$/);
    assert.deepEqual(others, []);
    assert.deepEqual([...files.get(kept)!], [...OLDER]);
    assert.deepEqual(dialogs.errors, [
      `“chosen.css” was not saved, and what was there can’t be put back. It is in the same folder, as “${kept}”.`,
    ]);
  });
});
