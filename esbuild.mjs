// Builds what ships (dist/: host, worker, page, command line) and, with --tests, what tests it (out/test).
//   node esbuild.mjs [--production] [--tests] [--watch]
// A production build also writes ThirdPartyNotices.txt.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { colornames } from 'color-name-list/bestof';
import * as esbuild from 'esbuild';
import { writeNotices } from './notices.mjs';

const isProduction = process.argv.includes('--production');
const withTests = process.argv.includes('--tests');
const isWatching = process.argv.includes('--watch');

/**
 * The names of colors as two strings instead of thousands of objects: half the bytes, and nothing to parse before a name
 * is asked for. The module gives what the package gives.
 * @type {esbuild.Plugin}
 */
const compactColorNames = {
  name: 'compact-color-names',
  setup(build) {
    build.onLoad({ filter: /[\\/]colornames\.bestof\.[^\\/]*js$/ }, () => {
      const names = colornames.map(({ name }) => name).join('\n');
      const colors = Buffer.from(colornames.map(({ hex }) => hex.slice(1)).join(''), 'hex').toString(
        'base64',
      );
      return {
        loader: 'js',
        contents: `const names = ${JSON.stringify(names)}, colors = ${JSON.stringify(colors)};
          export const colornames = {
            *[Symbol.iterator]() {
              const bytes = atob(colors);
              let at = 0;
              for (const name of names.split('\\n')) {
                let hex = '#';
                for (const end = at + 3; at < end; at++) hex += bytes.charCodeAt(at).toString(16).padStart(2, '0');
                yield { name, hex };
              }
            },
          };`,
      };
    });
  },
};

/**
 * On the web, files that need Node (`*.node.ts`) give way to their twins (`*.browser.ts`).
 * @type {esbuild.Plugin}
 */
const browserTwins = {
  name: 'browser-twins',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/.*\.node$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\.node$/, '.browser.ts')),
    }));
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  legalComments: 'none',
  loader: { '.wasm': 'binary' },
  plugins: [compactColorNames],
  logLevel: 'warning',
  metafile: isProduction,
};

/** @type {esbuild.BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

/** @type {esbuild.BuildOptions} */
const browser = { ...common, platform: 'browser', target: 'chrome128' }; // VS Code 1.96

/** For the web extension host, which has no Node. @type {esbuild.BuildOptions} */
const web = { ...browser, outdir: 'dist/web' };

const shipped = [
  { ...node, entryPoints: { extension: 'src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  {
    ...node,
    entryPoints: { worker: 'src/worker/main.node.ts', encoder: 'src/worker/encoder.node.ts' },
    outdir: 'dist',
  },
  {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...browser, entryPoints: { page: 'src/webview/main.ts' }, outdir: 'dist', format: 'iife' },
  {
    ...web,
    entryPoints: { extension: 'src/extension.ts' },
    format: 'cjs',
    external: ['vscode'],
    plugins: [...common.plugins, browserTwins],
  },
  {
    ...web,
    entryPoints: { encoder: 'src/worker/encoder.browser.ts' },
    format: 'iife',
  },
  {
    ...web,
    entryPoints: { worker: 'src/worker/main.browser.ts' },
    format: 'iife',
    plugins: [...common.plugins, browserTwins],
    inject: ['src/images/buffer.browser.ts'],
  },
];

/** Test files are bundled one by one; big or native packages stay outside and are found in node_modules. */
function testBuilds() {
  rmSync('out/test', { recursive: true, force: true });
  const entryPoints = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => join('test', file));
  return [
    {
      ...node,
      entryPoints,
      outdir: 'out/test',
      outbase: 'test',
      minify: false,
      sourcemap: 'inline',
      external: [
        'vscode',
        'mocha',
        'esbuild',
        'sharp',
        'playwright-core',
        '@vscode/test-electron',
        '@vscode/l10n-dev',
        '@vscode/vsce',
        'typescript',
        'libimagequant-wasm',
        'sass',
        'less',
        'tailwindcss',
        'style-dictionary',
        'anypalette',
        'ase-utils',
      ],
    },
  ];
}

rmSync('dist', { recursive: true, force: true });
const builds = [...shipped, ...(withTests ? testBuilds() : [])];
if (isWatching) {
  const contexts = await Promise.all(builds.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  const results = await Promise.all(builds.map((options) => esbuild.build(options)));
  if (isProduction) writeNotices(results.map(({ metafile }) => metafile));
}
