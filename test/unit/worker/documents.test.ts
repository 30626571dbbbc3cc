import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cancelled } from '../../../src/engine/steps';
import { Documents } from '../../../src/worker/documents';
import { encodePicture } from '../../../src/worker/encodePicture';
import type { Encode } from '../../../src/worker/encoding';
import { optionsWith } from './realWorker';

const encodeAtOnce: Encode = (job) => Promise.resolve('png' in job ? job.png : encodePicture(job));

function createDocuments(encode = encodeAtOnce): Documents {
  return new Documents({
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
    encode,
  });
}

function open(documents: Documents, documentId: string, file: string) {
  const bytes = new Uint8Array(readFileSync(join('samples', file)));
  return documents.open({ type: 'open', documentId, bytes, name: file, maxMegapixels: 100 });
}

describe('the documents of the worker', () => {
  it('cancel an encoding that is under way when a newer request comes', async () => {
    let begun: () => void = () => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const documents = createDocuments((_, signal) => {
      begun();
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Cancelled())));
    });
    await open(documents, '1', 'address-book-icon.png');
    const outdated = documents.result('1', optionsWith({ k: 16 }));
    const cancelled = assert.rejects(outdated, Cancelled);
    await hasBegun;
    await documents.palette('1', optionsWith({ k: 8 }));
    await cancelled;
  });

  it('cancel an encoding that is under way when the document is closed', async () => {
    let begun: () => void = () => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const documents = createDocuments((_, signal) => {
      begun();
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Cancelled())));
    });
    await open(documents, '1', 'address-book-icon.png');
    const cancelled = assert.rejects(documents.result('1', optionsWith({})), Cancelled);
    await hasBegun;
    documents.close('1');
    await cancelled;
    await assert.rejects(documents.palette('1', optionsWith({})), /not open/);
  });

  it('give up a document that is closed while it is decoded', async () => {
    const documents = createDocuments();
    const opening = open(documents, '1', 'address-book-icon.png');
    documents.close('1');
    await assert.rejects(opening, Cancelled);
    await assert.rejects(documents.palette('1', optionsWith({})), /not open/);
  });

  it('take the newer one of two openings of the same document', async () => {
    const documents = createDocuments();
    const outdated = assert.rejects(open(documents, '1', 'hats.png'), Cancelled);
    const { width } = await open(documents, '1', 'address-book-icon.png');
    await outdated;
    assert.equal(width, 128);
    const { png } = await documents.result('1', optionsWith({ k: 4 }));
    assert.equal(Buffer.from(png).readUInt32BE(16), 128, 'the width in the header');
  });

  it('compare beside an encoding, which goes on', async () => {
    let finish: (png: Uint8Array<ArrayBuffer>) => void = () => {};
    const documents = createDocuments(() => new Promise((resolve) => (finish = resolve)));
    await open(documents, '1', 'address-book-icon.png');
    const optimizing = documents.optimize('1', new Uint8Array(8));
    const { palette } = await documents.compare('1', optionsWith({ k: 8 }));
    assert.equal(palette.length, 4 * 8);
    finish(new Uint8Array(4));
    assert.equal((await optimizing).png.byteLength, 4);
  });

  it('give up a comparison when the picture itself is asked for', async () => {
    const documents = createDocuments();
    await open(documents, '1', 'shutters.jpg');
    const cancelled = assert.rejects(
      documents.compare('1', optionsWith({ k: 256, init: 'random' })),
      Cancelled,
    );
    await documents.palette('1', optionsWith({ k: 8 }));
    await cancelled;
  });

  it('answer questions beside other work, and end those that are withdrawn', async () => {
    const documents = createDocuments();
    await open(documents, '1', 'hats.png');
    const explore = (token: string, k: number) =>
      documents.explore(
        {
          type: 'explore',
          documentId: '1',
          token,
          question: { kind: 'storage', options: optionsWith({ k }) },
        },
        () => {},
      );
    const withdrawn = assert.rejects(explore('a', 64), Cancelled);
    documents.cancelExplore('1', 'a');
    await withdrawn;
    const beside = explore('b', 16);
    const result = await documents.result('1', optionsWith({ k: 16 }));
    const answer = await beside;
    assert.ok('labelsByteLength' in answer && answer.labelsByteLength > 1000);
    assert.ok(result.png.byteLength > 1000);
    const closed = assert.rejects(explore('c', 128), Cancelled);
    documents.close('1');
    await closed;
  });

  it('make the table of storage costs', async () => {
    const documents = createDocuments();
    await open(documents, '1', 'hats.png');
    const answer = await documents.explore(
      {
        type: 'explore',
        documentId: '1',
        token: 'a',
        question: {
          kind: 'storageTable',
          options: optionsWith({ k: 16 }),
          sourceByteLength: 1000,
          components: 10,
        },
      },
      () => {},
    );
    assert.ok('bytes' in answer);
    const [headings, original, palette, lowRank, end] = new TextDecoder().decode(answer.bytes).split('\r\n');
    assert.equal(headings, 'stored as,numbers,bits,factor,file bytes');
    const pixels = 768 * 512;
    assert.equal(original, `original,${3 * pixels},${24 * pixels},1.000,1000`);
    assert.match(
      palette ?? '',
      new RegExp(`^labels and codebook of 16 colors,${pixels + 48},${4 * pixels + 24 * 16},5\\.99\\d,\\d+$`),
    );
    assert.match(lowRank ?? '', /^low rank of 10 components,38400,1228800,7\.680,\d+$/);
    assert.equal(end, '');
  });
});
