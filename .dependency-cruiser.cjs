// Arrows run one way between the rooms of src (ARCHITECTURE.md). What a room may import stands here, once.
const ROOMS = {
  engine: [],
  shared: ['engine'],
  images: ['engine', 'shared'],
  paletteFiles: ['engine', 'shared'],
  worker: ['engine', 'images', 'paletteFiles', 'shared'],
  editor: ['engine', 'paletteFiles', 'shared'],
  commands: ['editor', 'paletteFiles', 'shared'],
  cli: ['engine', 'images', 'paletteFiles', 'shared'],
  webview: ['engine', 'paletteFiles', 'shared'],
};

/** The editor talks to the worker through its client only; decoding must never reach the host's main thread. */
const WORKER_DOOR = '^src/worker/(client|protocol|host\\.node)\\.ts$';

/** Palette files use of images only what reads and writes bytes, so that they also work in the page. */
const IMAGE_STRUCTURE =
  '^src/images/(crc32|encodeSamples|foreignFormats|pngChunks|pngFile|pngFilters|pngStructure)\\.ts$';

const layering = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `${room}-imports`,
  comment: `src/${room} may import ${allowed.join(', ') || 'nothing'} of src.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: [
      `^src/(${[room, ...allowed].join('|')})/`,
      '^src/wasm\\.d\\.ts$',
      ...(room === 'editor' ? [WORKER_DOOR] : []),
      ...(room === 'paletteFiles' ? [IMAGE_STRUCTURE] : []),
    ],
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layering,
    {
      name: 'engine-is-pure',
      comment:
        'The engine runs in workers, pages, the command line and tests: no package, no Node, no vscode.',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { pathNot: '^src/engine/' },
    },
    {
      name: 'node-in-named-files',
      comment:
        'Node is used in *.node.ts and in the command line only, so that the rest also runs on the web.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.node\\.ts$', '^src/cli/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-node-in-browser-twins',
      comment: 'On the web *.browser.ts stands in for *.node.ts, so nothing of that may come along.',
      severity: 'error',
      from: { path: '\\.browser\\.ts$' },
      to: { path: '\\.node\\.ts$' },
    },
    {
      name: 'vscode-in-its-rooms',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(extension\\.ts|editor/|commands/)' },
      to: { path: '^vscode$' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'nothing-imports-the-top', severity: 'error', from: {}, to: { path: '^src/extension\\.ts$' } },
    {
      name: 'no-whole-jimp',
      comment: 'jimp whole is 638 KB; its parts are 248.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/jimp/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.wasm'],
    },
  },
};
