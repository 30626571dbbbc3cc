import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../../../src/shared/plainText';

/** As VS Code finds links in notifications (`linkedText.ts`) and icons in labels (`iconLabels.ts`). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const ICON = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;

describe('a text for people', () => {
  it('holds no link and no icon', () => {
    for (const name of [
      'a[Free](command:workbench.action.quit).png',
      'a[x](https://elsewhere.invalid).png',
      '$(error) Failed.png',
      '$(sync~spin).png',
    ]) {
      assert.ok(LINK.test(name) || ICON.test(name), 'the name would be one');
      const shown = plainText(name);
      assert.doesNotMatch(shown, LINK);
      assert.doesNotMatch(shown, ICON);
      assert.equal(shown.replaceAll('\u2060', ''), name, 'and looks the same');
    }
  });

  it('is one line, in its own direction', () => {
    assert.equal(plainText('a\nb\r\u2028c\u0000.png'), 'a\uFFFDb\uFFFD\uFFFDc\uFFFD.png');
    assert.equal(plainText('invoice\u202Egnp.exe'), 'invoice\uFFFDgnp.exe');
    assert.equal(plainText('\u2066a\u2069'), '\uFFFDa\uFFFD');
  });

  it('stays what it is', () => {
    for (const name of [
      'photo (2).png',
      'Ünïcödé 100% #1.png',
      'תמונה\u200F.png',
      '<img src=x onerror=alert(1)>.png',
    ]) {
      assert.equal(plainText(name), name);
    }
  });

  it('is what every notification shows, also of what is under way', () => {
    const files = ['src/editor', 'src/commands']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
      )
      .filter((file) => file.endsWith('.ts'));
    const speaking = files.filter((file) =>
      /window\.(show\w+Message|withProgress)\(/.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(speaking, [join('src', 'editor', 'notify.ts')]);
  });
});
