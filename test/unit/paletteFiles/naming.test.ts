import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanName, commentText } from '../../../src/paletteFiles/names';
import { identifiersOf, keysOf, labelsOf, NAME_PATTERNS, prefixOf } from '../../../src/paletteFiles/naming';
import type { NamedPalette, Rgba } from '../../../src/paletteFiles/palette';
import { anyNames, HOSTILE_NAMES, palettes } from './palettes';

function palette(...colors: [Rgba, string?][]): NamedPalette {
  return { name: 'test', colors: colors.map(([rgba, name]) => ({ rgba, name })) };
}

const RED: Rgba = [220, 40, 40, 255];
const SKY: Rgba = [120, 180, 240, 255];
const BLACK: Rgba = [0, 0, 0, 255];
const CLEAR: Rgba = [0, 0, 0, 0];
/** CSS Syntax Module Level 3, “ident-token”, after two hyphens. */
const CSS_NAME =
  /^[-\w\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{10FFFF}]+$/u;

describe('names of colors', () => {
  it('are made of a prefix and a number where not all colors have one', () => {
    const some = palette([RED, 'Fire'], [SKY]);
    assert.deepEqual(identifiersOf(some, { prefix: 'Brand' }), ['brand-1', 'brand-2']);
    assert.deepEqual(identifiersOf(some, {}), ['palette-1', 'palette-2']);
    assert.deepEqual(keysOf(some, { prefix: 'brand' }), ['1', '2']);
  });

  it("are the colors' own where all have one", () => {
    assert.deepEqual(identifiersOf(palette([RED, 'Fire Engine'], [SKY, 'Sky']), {}), ['fire-engine', 'sky']);
  });

  it('follow a pattern', () => {
    const three = palette([SKY, 'Sky'], [BLACK], [CLEAR]);
    const named = (pattern: string) => identifiersOf(three, { prefix: 'ui', pattern });
    assert.deepEqual(named(NAME_PATTERNS.lightness), ['ui-3', 'ui-2', 'ui-1']);
    assert.deepEqual(named(NAME_PATTERNS.role), ['blue-300', 'black', 'transparent']);
    assert.deepEqual(named(NAME_PATTERNS.name), ['sky', 'black', 'transparent']);
    assert.deepEqual(named('${prefix}/${index}: ${hex}'), ['ui-1-78b4f0', 'ui-2-000000', 'ui-3-00000000']);
    assert.deepEqual(labelsOf(three, { pattern: '${index}. ${name}' }), [
      '1. Sky',
      '2. black',
      '3. transparent',
    ]);
  });

  it('say the hue that people see', () => {
    const hues: [Rgba, string][] = [
      [[255, 0, 0, 255], 'red'],
      [[255, 140, 0, 255], 'orange'],
      [[255, 235, 0, 255], 'yellow'],
      [[0, 160, 0, 255], 'green'],
      [[0, 150, 136, 255], 'teal'],
      [[0, 188, 230, 255], 'cyan'],
      [[0, 0, 255, 255], 'blue'],
      [[130, 0, 200, 255], 'purple'],
      [[255, 20, 147, 255], 'pink'],
      [[128, 130, 128, 255], 'gray'],
    ];
    for (const [rgba, hue] of hues) {
      assert.match(
        identifiersOf(palette([rgba]), { pattern: '${role}' })[0]!,
        new RegExp(`^${hue}-\\d+$`),
        hue,
      );
    }
  });

  it('are never the same twice, whatever the colors are called', () => {
    assert.deepEqual(identifiersOf(palette([RED, 'a'], [SKY, 'A'], [RED, 'a 2'], [SKY, 'a']), {}), [
      ...['a', 'a-3', 'a-2', 'a-4'],
    ]);
    fc.assert(
      fc.property(palettes(40), fc.constantFrom(...Object.values(NAME_PATTERNS), 'same'), (some, pattern) => {
        for (const alphabet of ['unicode', 'ascii'] as const) {
          const names = identifiersOf(some, { pattern }, alphabet);
          assert.equal(new Set(names).size, some.colors.length);
        }
        const labels = labelsOf(some, { pattern });
        assert.equal(new Set(labels).size, some.colors.length);
      }),
    );
  });

  it('are valid identifiers, whatever the colors, the prefix and the pattern are', () => {
    fc.assert(
      fc.property(palettes(8), anyNames, anyNames, (some, prefix, pattern) => {
        for (const wanted of [{ prefix }, { prefix, pattern }, { prefix, pattern: NAME_PATTERNS.name }]) {
          for (const name of [...identifiersOf(some, wanted), ...keysOf(some, wanted), prefixOf(wanted)]) {
            assert.match(name, CSS_NAME);
            assert.doesNotMatch(name, /^-|-$|--/);
          }
          for (const name of [...identifiersOf(some, wanted, 'ascii'), prefixOf(wanted, 'ascii')]) {
            assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keep letters of all scripts, or lose accents where only ASCII is taken', () => {
    const some = palette([RED, 'Größe'], [SKY, '空色'], [RED, 'Éclair au thé'], [SKY, "Robin's Egg"]);
    assert.deepEqual(identifiersOf(some, {}), ['größe', '空色', 'éclair-au-thé', 'robins-egg']);
    assert.deepEqual(identifiersOf(some, {}, 'ascii'), [
      'grosse',
      'palette-2',
      'eclair-au-the',
      'robins-egg',
    ]);
  });
});

describe('a name as it stands in a file', () => {
  it('is one line without control characters or turned directions, and stays as it is the second time', () => {
    fc.assert(
      fc.property(anyNames, (text) => {
        const clean = cleanName(text);
        if (clean === undefined) return;
        assert.doesNotMatch(
          clean,
          /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]|^\s|\s$/u,
        );
        assert.equal(cleanName(clean), clean);
        assert.ok([...clean].length <= 120);
      }),
      { numRuns: 1000 },
    );
    assert.equal(cleanName('a\nb\t c \u202Ed'), 'a b c d');
    assert.equal(cleanName(' \0 '), undefined);
    assert.equal([...cleanName('🎨'.repeat(500))!].length, 120);
  });

  it('keeps the joiners that emoji and scripts are written with', () => {
    assert.equal(cleanName('👩‍🎨 क्‍ष'), '👩‍🎨 क्‍ष');
  });

  it('ends no comment and begins nothing in one', () => {
    for (const name of HOSTILE_NAMES) assert.doesNotMatch(commentText(name), /[*/<>{}$#`\\@\n]/);
  });
});
