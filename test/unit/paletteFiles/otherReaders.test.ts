/** Other programs read what we write. */
import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { loadPalette } from 'anypalette';
import { decode } from 'ase-utils';
import fc from 'fast-check';
import less from 'less';
import postcss from 'postcss';
import { compileString } from 'sass';
import sharp from 'sharp';
import type { DesignTokens } from 'style-dictionary/types';
import { compile } from 'tailwindcss';
import { formatOfId } from '../../../src/paletteFiles/formats';
import { identifiersOf, keysOf, prefixOf, type Naming } from '../../../src/paletteFiles/naming';
import { hexOf, type NamedPalette } from '../../../src/paletteFiles/palette';
import { anyNames, bytesOf, heldName, HOSTILE_NAMES, palettes } from './palettes';

const namings: fc.Arbitrary<Naming> = fc.record({ prefix: anyNames });
/** Hostile names, each on a color of its own, and the palette called by the worst. */
const HOSTILE: NamedPalette = {
  name: '</style> */ } #{1 + 1} @{x} ${x} <script>',
  colors: HOSTILE_NAMES.map((name, i) => ({ rgba: [i, 255 - i, 7 * i, i % 3 === 0 ? 128 : 255], name })),
};

function written(id: string, palette: NamedPalette, naming: Naming = {}): Uint8Array {
  return bytesOf(formatOfId(id)!.write!(palette, naming));
}

function text(id: string, palette: NamedPalette, naming: Naming = {}): string {
  return new TextDecoder().decode(written(id, palette, naming));
}

/** Properties and values of all declarations. */
function declarations(css: string): [string, string][] {
  const found: [string, string][] = [];
  postcss.parse(css).walkDecls(({ prop, value }) => void found.push([prop, value]));
  return found;
}

async function forAll(check: (palette: NamedPalette, naming: Naming) => void | Promise<void>, numRuns = 25) {
  await check(HOSTILE, {});
  await check(HOSTILE, { prefix: '*/ $(x)', pattern: '${name}' });
  await fc.assert(
    fc.asyncProperty(palettes(24), namings, async (palette, naming) => check(palette, naming)),
    {
      numRuns,
    },
  );
}

describe('what is written, read by another program', () => {
  it('is what PostCSS finds: CSS custom properties', () =>
    forAll((palette, naming) => {
      const css = text('css', palette, naming);
      const names = identifiersOf(palette, naming);
      assert.deepEqual(
        declarations(css),
        palette.colors.map(({ rgba }, i) => [`--${names[i]}`, hexOf(rgba)]),
      );
      const root = postcss.parse(css);
      assert.equal(
        root.nodes.filter(({ type }) => type !== 'comment').length,
        1,
        'one rule and nothing else',
      );
      assert.doesNotMatch(css, /<\//);
    }));

  it('is what Sass finds: SCSS map', () =>
    forAll((palette, naming) => {
      const map = prefixOf(naming);
      const rule = `@each $key, $color in $${map} { .a { key: $key; color: $color; } }`;
      const { css } = compileString(`@use 'sass:map';\n${text('scss', palette, naming)}${rule}`, {
        charset: false,
      });
      const keys = keysOf(palette, naming);
      const found = declarations(css).map(([, value]) => value);
      assert.deepEqual(
        found.filter((_, i) => i % 2 === 0).map((value) => value.replace(/^"|"$/g, '')),
        keys,
      );
      assert.equal(found.length, 2 * palette.colors.length);
      palette.colors.forEach(({ rgba }, i) => assert.equal(hexOfSass(found[2 * i + 1]!), hexOf(rgba)));
    }));

  it('is what Less finds: Less variables', () =>
    forAll(async (palette, naming) => {
      const names = identifiersOf(palette, naming, 'ascii');
      const rules = names.map((name) => `.a { color: @${name}; }`).join('\n');
      const { css } = await less.render(`${text('less', palette, naming)}${rules}`);
      assert.deepEqual(
        declarations(css).map(([, value]) => value),
        palette.colors.map(({ rgba }) => hexOf(rgba)),
      );
    }));

  it('is what Tailwind CSS 4 makes utilities of: theme', () =>
    forAll(async (palette, naming) => {
      const names = identifiersOf(palette, naming, 'ascii');
      const { build } = await compile(`${text('tailwind', palette, naming)}@tailwind utilities;`);
      const css = build(names.map((name) => `bg-${name}`));
      const found = new Map(declarations(css));
      palette.colors.forEach(({ rgba }, i) => assert.equal(found.get(`--color-${names[i]}`), hexOf(rgba)));
      for (const name of names) assert.ok(css.includes(`.bg-${name} {`), name);
    }, 10));

  it('is what Tailwind CSS makes utilities of: version 3 config', () =>
    forAll(async (palette, naming) => {
      const config: { exports: unknown } = { exports: undefined };
      runInNewContext(text('tailwind3', palette, naming), { module: config }); // a module of Node's
      const loadModule = () => Promise.resolve({ path: 'x.js', base: '/', module: config.exports as object });
      const { build } = await compile('@config "./x.js"; @tailwind utilities;', { loadModule });
      const prefix = prefixOf(naming, 'ascii');
      const keys = keysOf(palette, naming, 'ascii');
      const css = build(keys.map((key) => `bg-${prefix}-${key}`));
      const colors = new Map<string, string>();
      postcss.parse(css).walkRules((rule) => {
        rule.walkDecls('background-color', ({ value }) => void colors.set(rule.selector, value));
      });
      palette.colors.forEach(({ rgba }, i) =>
        assert.equal(colors.get(`.bg-${prefix}-${keys[i]}`), hexOf(rgba)),
      );
    }, 10));

  it('is what Style Dictionary makes custom properties of: design tokens', async () => {
    const { default: StyleDictionary } = await import('style-dictionary');
    const palette: NamedPalette = { name: 'Hats', colors: HOSTILE.colors };
    for (const naming of [{ prefix: 'brand' }, { prefix: 'brand', pattern: '${name}' }]) {
      const dictionary = new StyleDictionary({
        tokens: JSON.parse(text('tokens', palette, naming)) as DesignTokens,
        log: { verbosity: 'silent' },
        platforms: {
          css: { transformGroup: 'css', files: [{ destination: 'x.css', format: 'css/variables' }] },
        },
      });
      const [file] = await dictionary.formatPlatform('css');
      const colors = declarations(String(file!.output));
      assert.equal(new Set(colors.map(([name]) => name)).size, palette.colors.length);
      const found = await Promise.all(colors.map(([, value]) => rgbaOfCss(value)));
      assert.deepEqual(
        found,
        palette.colors.map(({ rgba }) => hexOf(rgba)),
      );
    }
  });

  it('is what ase-utils finds: Adobe Swatch Exchange', () =>
    forAll((palette) => {
      const { colors } = decode(Buffer.from(written('ase', palette)));
      const bytes = colors.map(({ model, color }) => {
        assert.equal(model, 'RGB');
        return color.map((share) => Math.round(255 * share));
      });
      assert.deepEqual(
        bytes,
        palette.colors.map(({ rgba }) => rgba.slice(0, 3)),
      );
      palette.colors.forEach((color, i) => {
        const { rgba } = color;
        const name = heldName({ ...color, rgba: [rgba[0], rgba[1], rgba[2], 255] });
        if (name !== undefined) assert.equal(colors[i]!.name, name);
      });
    }));

  for (const [id, file, hasNames] of [
    ['gpl', 'x.gpl', true],
    ['jasc-pal', 'x.pal', false],
    ['riff-pal', 'x.pal', false],
    ['ase', 'x.ase', true],
    ['aco', 'x.aco', true],
    ['act', 'x.act', false],
    ['paint.net', 'x.txt', false],
  ] as const) {
    it(`is what AnyPalette finds: ${formatOfId(id)!.label}`, () =>
      forAll((random) => {
        // It knows no transparency, and no characters beyond Latin-1 in these formats.
        const palette = {
          name: 'Hats',
          colors: random.colors.map(({ rgba: [r, g, b] }, i) => ({
            rgba: [r, g, b, 255] as const,
            name: `Color ${i}`,
          })),
        };
        loadPalette({ data: Buffer.from(written(id, palette)), fileName: file }, (error, colors) => {
          assert.ifError(error);
          const found = Array.from(colors!, ({ red, green, blue }) =>
            [red, green, blue].map((share) => Math.round(255 * share)),
          );
          assert.deepEqual(
            found.slice(0, palette.colors.length),
            palette.colors.map(({ rgba }) => rgba.slice(0, 3)),
          );
          if (hasNames)
            assert.deepEqual(
              [...colors!].map(({ name }) => name),
              palette.colors.map(({ name }) => name),
            );
        });
      }));
  }

  for (const [id, side] of [
    ['png', 1],
    ['png-8x', 8],
    ['png-32x', 32],
  ] as const) {
    it(`is what sharp sees: ${formatOfId(id)!.label}`, () =>
      fc.assert(
        fc.asyncProperty(palettes(300), async ({ name, colors }) => {
          const png = written(id, { name, colors });
          const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
          assert.deepEqual([info.width, info.height], [side * colors.length, side]);
          colors.forEach(({ rgba }, i) => {
            for (const y of [0, side - 1]) {
              for (const x of [0, side - 1]) {
                const at = 4 * (y * info.width + side * i + x);
                assert.deepEqual([...data.subarray(at, at + 4)], [...rgba]);
              }
            }
          });
        }),
        { numRuns: id === 'png-32x' ? 8 : 25 },
      ));
  }

  it('is what sharp draws: SVG swatch sheet', () =>
    forAll(async (palette, naming) => {
      const svg = text('svg', palette, naming);
      assert.equal(svg.match(/<script/i), null);
      const { data, info } = await sharp(Buffer.from(svg))
        .flatten()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const boxes = [...svg.matchAll(/<rect x="(\d+)" y="(\d+)"[^>]* fill="(#[\da-f]{6})"/g)];
      assert.equal(boxes.length, palette.colors.length);
      palette.colors.forEach(({ rgba }, i) => {
        const [, x, y] = boxes[i]!;
        const at = info.channels * ((Number(y) + 40) * info.width + Number(x) + 50);
        if (rgba[3] === 255) assert.deepEqual([...data.subarray(at, at + 3)], rgba.slice(0, 3));
      });
    }, 10));
});

/** Sass writes opaque colors by their hex or name, others as `rgba()`. */
function hexOfSass(value: string): string {
  const hex = /^#[\da-f]{6}$|^#[\da-f]{8}$/.exec(value)?.[0];
  if (hex !== undefined) return hex;
  const wide = /^#([\da-f])([\da-f])([\da-f])$/.exec(value);
  if (wide) return `#${wide[1]!.repeat(2)}${wide[2]!.repeat(2)}${wide[3]!.repeat(2)}`;
  const [r, g, b, a = '1'] = value.match(/[\d.e-]+/g) ?? [];
  const bytes = [Number(r), Number(g), Number(b), Math.round(255 * Number(a))] as const;
  return hexOf(bytes);
}

/** As a browser's drawing library understands it. */
async function rgbaOfCss(value: string): Promise<string> {
  const rgba = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(value);
  if (rgba)
    return hexOf([Number(rgba[1]), Number(rgba[2]), Number(rgba[3]), Math.round(255 * Number(rgba[4]))]);
  const { data } = await sharp({ create: { width: 1, height: 1, channels: 4, background: value } })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return hexOf([data[0]!, data[1]!, data[2]!, data[3]!]);
}
