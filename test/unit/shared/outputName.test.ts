import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_NAME_PATTERN, nextFreeName, outputName } from '../../../src/shared/outputName';
import { UserError } from '../../../src/shared/userError';

const PHOTO = { sourceName: 'photo.jpg', k: 16, colors: 12 };
const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8');

describe('naming a reduced image', () => {
  it('fills in the pattern', () => {
    const names: [string, string][] = [
      [DEFAULT_NAME_PATTERN, 'photo.k16.png'],
      ['${name}-${colors}', 'photo-12.png'],
      ['${k}/${colors} ${name}.PNG', '16-12 photo.PNG'],
      ['small', 'small.png'],
      ['${name}.${unknown}', 'photo.${unknown}.png'],
      ['${name}.jpg', 'photo.jpg.png'],
    ];
    for (const [pattern, name] of names) assert.equal(outputName(pattern, PHOTO), name);
  });

  it('takes only the last extension off the source’s name', () => {
    const names: [string, string][] = [
      ['a.b.png', 'a.b.k16.png'],
      ['.hidden', '.hidden.k16.png'],
      ['none', 'none.k16.png'],
      ['', 'image.k16.png'],
    ];
    for (const [sourceName, name] of names) {
      assert.equal(outputName(DEFAULT_NAME_PATTERN, { ...PHOTO, sourceName }), name);
    }
  });

  it('does not fill in what looks like a placeholder in the source’s name', () => {
    assert.equal(outputName('${name}', { ...PHOTO, sourceName: '${k} $& $1.png' }), '${k} $& $1.png');
  });

  it('replaces what no file name may hold, so that the name is never a path', () => {
    assert.equal(outputName('../a\\b:c*d?"<e>|f\0\n', PHOTO), '..-a-b-c-d---e--f--.png');
    assert.equal(outputName('CON', PHOTO), '_CON.png');
    assert.equal(outputName('lpt1.${k}', PHOTO), '_lpt1.16.png');
    assert.equal(outputName('  trailing. . ', PHOTO), 'trailing.png');
  });

  it('falls back to the default for a pattern that leaves nothing', () => {
    for (const pattern of ['', '   ', '.png', '...', '/', '..']) {
      assert.equal(outputName(pattern, PHOTO), 'photo.k16.png', JSON.stringify(pattern));
    }
    assert.equal(outputName('', { ...PHOTO, sourceName: '...png' }), '...k16.png');
  });

  it('shortens the source’s name, not what follows it, where the whole is too long', () => {
    const name = outputName(DEFAULT_NAME_PATTERN, { ...PHOTO, sourceName: `${'ü'.repeat(200)}.png` });
    assert.equal(byteLength(name), 254, 'an ü has two bytes, so 255 cannot be reached');
    assert.ok(name.endsWith('ü.k16.png'));
    const emoji = outputName(DEFAULT_NAME_PATTERN, { ...PHOTO, sourceName: `${'🐟'.repeat(100)}.png` });
    assert.match(emoji, /^(🐟)+\.k16\.png$/u);
  });

  it('is always a legal name of at most 255 bytes that ends in .png', () => {
    const patterns = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('${name}', '${k}')));
    fc.assert(
      fc.property(patterns, fc.string({ unit: 'binary', maxLength: 400 }), (parts, sourceName) => {
        const name = outputName(parts.join(''), { ...PHOTO, sourceName });
        assert.ok(byteLength(name) <= 255, `${byteLength(name)} bytes`);
        assert.match(name, /[^. ].*\.png$/isu);
        assert.doesNotMatch(name, /[<>:"/\\|?*\p{Cc}]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('finding a name that is free', () => {
  const existing = (...names: string[]) => {
    return (name: string): Promise<boolean> => Promise.resolve(names.includes(name));
  };

  it('takes the name itself when nothing is there', async () => {
    assert.equal(await nextFreeName('photo.k16.png', existing()), 'photo.k16.png');
  });

  it('counts on from 2 before the extension', async () => {
    const taken = existing('photo.k16.png', 'photo.k16 (2).png');
    assert.equal(await nextFreeName('photo.k16.png', taken), 'photo.k16 (3).png');
  });

  it('stays within 255 bytes', async () => {
    const longest = `${'é'.repeat(125)}a.png`;
    assert.equal(byteLength(longest), 255);
    const name = await nextFreeName(longest, existing(longest));
    assert.equal(name, `${'é'.repeat(123)} (2).png`);
  });

  it('ends with a sentence when every number is taken', async () => {
    await assert.rejects(
      nextFreeName('a.png', () => Promise.resolve(true)),
      (error) => error instanceof UserError && error.message.includes('“a.png”'),
    );
  });
});
