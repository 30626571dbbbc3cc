import assert from 'node:assert/strict';
import { parsePageMessage } from '../../../../src/shared/messages';
import { droppedFile, mayHoldFile } from '../../../../src/webview/palette/droppedFile';

/** Node has files, but no lists of them; only the first is asked for. */
function transfer(files: File[], uris = ''): Parameters<typeof droppedFile>[0] {
  return { files: files as unknown as FileList, getData: (type) => (type === 'text/uri-list' ? uris : '') };
}

describe('a file dropped onto the page', () => {
  it('is sent with its name', async () => {
    const message = await droppedFile(transfer([new File(['0a141e\n'], 'mug.hex')]));
    assert.deepEqual(parsePageMessage(message), message);
    assert.ok(message.type === 'dropFile' && message.name === 'mug.hex');
    assert.equal(new TextDecoder().decode(message.bytes), '0a141e\n');
  });

  it('is not read when it is too large', async () => {
    const message = await droppedFile(transfer([new File([new Uint8Array(2 ** 20 + 1)], 'large.png')]));
    assert.deepEqual(message, { type: 'refuseDrop', file: { name: 'large.png', byteLength: 2 ** 20 + 1 } });
    assert.deepEqual(parsePageMessage(message), message);
  });

  it('of the workbench is sent as its address', async () => {
    const message = await droppedFile(transfer([], '# dragged\r\nfile:///a/mug.gpl\r\nfile:///a/other.gpl'));
    assert.deepEqual(message, { type: 'dropResource', uri: 'file:///a/mug.gpl' });
    assert.deepEqual(parsePageMessage(message), message);
  });

  it('is missed where there is none', async () => {
    assert.deepEqual(await droppedFile(transfer([])), { type: 'refuseDrop' });
    assert.equal(mayHoldFile({ types: ['text/plain'] }), false);
    assert.equal(mayHoldFile({ types: ['Files'] }), true);
  });

  it('of too many bytes is not taken from the page', () => {
    const message = { type: 'dropFile', name: 'a.gpl', bytes: new ArrayBuffer(2 ** 20 + 1) };
    assert.equal(parsePageMessage(message), undefined);
  });
});
