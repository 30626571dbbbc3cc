import assert from 'node:assert/strict';
import { redacted } from '../../../src/editor/redacted';

describe('a line for the log', () => {
  for (const [text, shown] of [
    ['“wedding.png” was deleted or moved.', '“…” was deleted or moved.'],
    ['“a”b.png” is empty.', '“…” is empty.'],
    ['Of “a.png” and “b (2).png”', 'Of “…” and “…”'],
    ['at run (/home/anna/.vscode/extensions/tessera/dist/worker.js:12:3)', 'at run (…/worker.js:12:3)'],
    ['at file:///home/anna/x/worker.js:1:2', 'at …/worker.js:1:2'],
    ['EACCES: permission denied, open C:\\Users\\Anna\\secret\\a.png', 'EACCES: permission denied, open …'],
    ['vscode-remote://ssh-remote+host/home/anna/a.png', '…'],
    ["EACCES: open '/home/anna/my pictures/a b.png'", 'EACCES: open …'],
    ["EACCES: open '/home/anna/it's me.png'", 'EACCES: open …'],
    ["ENOENT: rename '/home/a/b.png' -> '/home/a/c.png'", 'ENOENT: rename …'],
    ['at run (/home/anna smith/.vscode/dist/worker.js:12:3)', 'at run (…/worker.js:12:3)'],
    ['at C:\\Users\\Anna Smith\\.vscode\\dist\\worker.js:12:3', 'at …/worker.js:12:3'],
    ['at file:///C:/Users/Anna%20Smith/dist/worker.js:12:3', 'at …:…/worker.js:12:3'],
    ['FileNotFound: open /home/anna/my pictures/a b.png', 'FileNotFound: open …'],
    ['FileNotFound: memfs:/wedding.png', 'FileNotFound: …'],
    ['decoded PNG 768 x 512, 24/7 bytes', 'decoded PNG 768 x 512, 24/7 bytes'],
  ] as const) {
    it(`shows ${JSON.stringify(text)} without names`, () => assert.equal(redacted(text), shown));
  }
});
