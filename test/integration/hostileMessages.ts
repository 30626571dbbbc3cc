/** What a page in hostile hands might send: our messages with wild values, our messages damaged, and anything at all. */
import * as fc from 'fast-check';
import { DITHERS, INITS, K_MAX, K_MIN, SEED_MAX, SPACES } from '../../src/engine/options';
import { changedAt } from '../unit/shared/changedAt';

const hex = fc.stringMatching(/^#[0-9a-f]{6}([0-9a-f]{2})?$/);
const start = fc.record({ init: fc.constantFrom(...INITS), seed: fc.integer({ min: 0, max: SEED_MAX }) });

/** Options that pass, however odd. */
const options = fc
  .record({
    k: fc.oneof(fc.integer({ min: K_MIN, max: 64 }), fc.constantFrom(K_MIN, 256, 257, K_MAX)),
    space: fc.constantFrom(...SPACES),
    init: fc.constantFrom(...INITS),
    seed: fc.integer({ min: 0, max: SEED_MAX }),
    runs: fc.integer({ min: 1, max: 20 }),
    keepRare: fc.double({ min: 0, max: 100, noNaN: true }),
    locked: fc.uniqueArray(hex, { maxLength: 2 }),
    dither: fc.constantFrom(...DITHERS),
    ditherStrength: fc.double({ min: 0, max: 100, noNaN: true }),
  })
  .chain((chosen) =>
    hex.map((to) => ({ ...chosen, recolored: chosen.locked.slice(1).map((from) => ({ from, to })) })),
  );

const run = options.map(({ k, space, locked }) => ({ k, space, locked }));
const question = fc.oneof(
  fc.record({ kind: fc.constant('convergence'), reduction: run, start }),
  fc.record({
    kind: fc.constant('starts'),
    reduction: run,
    starts: fc.array(start, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constantFrom('curve', 'segments', 'storage'), options }),
  fc.record({ kind: fc.constant('lowRank'), components: fc.integer({ min: 1, max: 32 }) }),
  fc.constant({ kind: 'cloud' }),
);
const exported = fc.oneof(
  fc.record({ kind: fc.constantFrom('segmentLabels', 'segmentTable'), options }),
  fc.record({
    kind: fc.constantFrom('segmentMask', 'segmentCutOut'),
    options,
    selected: fc.array(fc.integer({ min: 0, max: K_MAX - 1 }), { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('storageTable'),
    options,
    sourceByteLength: fc.maxSafeNat(),
    components: fc.integer({ min: 1, max: 32 }),
  }),
);
const view = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 });

/** Addresses outside of the workspace, or none. */
export const HOSTILE_ADDRESSES = [
  'file:///etc/passwd',
  'file:///proc/self/environ',
  'file://example.invalid/share/a.gpl',
  'https://example.invalid/a.gpl',
  'vscode-userdata:/User/settings.json',
  'data:text/plain,ff0000',
  'javascript:alert(1)',
  'command:workbench.action.quit',
  '../../a.gpl',
  '//',
  '%',
] as const;

/** Everything that the page may send, but for `save`, which needs no answer from a person. */
const ours: fc.Arbitrary<object> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('changeOptions'), options, isMoving: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('undo', 'redo', 'cancelTarget') }) },
  fc.record({
    type: fc.constantFrom('ready', 'retry', 'saveAs', 'exportPalette', 'usePalette'),
  }),
  fc.record({
    type: fc.constant('compareKs'),
    ks: fc.array(fc.integer({ min: K_MIN, max: 300 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('startTarget'),
    target: fc.oneof(
      fc.record({ kind: fc.constant('bytes'), limit: fc.double({ min: 50, max: 1e9, noNaN: true }) }),
      fc.record({
        kind: fc.constantFrom('psnr', 'ssim', 'deltaE'),
        limit: fc.double({ min: 0.01, max: 1, noNaN: true }),
      }),
    ),
  }),
  fc.record({ type: fc.constant('keepView'), view }),
  fc.record({ type: fc.constant('zoomed'), percent: fc.double({ min: 0.01, max: 1e6, noNaN: true }) }),
  fc.record({ type: fc.constant('copyColor'), hex }),
  fc.record({
    type: fc.constant('dropFile'),
    name: fc.constantFrom(
      'a.gpl',
      '../../a.hex',
      '<img src=x onerror=alert(1)>.gpl',
      '$(trash)',
      '\u202Egnp.a',
    ),
    bytes: fc.uint8Array({ maxLength: 64 }).map((bytes) => new Uint8Array(bytes).buffer),
  }),
  fc.record({ type: fc.constant('dropResource'), uri: fc.constantFrom(...HOSTILE_ADDRESSES) }),
  fc.record({
    type: fc.constant('refuseDrop'),
    file: fc.record({ name: fc.constantFrom('a', '[b](command:quit)'), byteLength: fc.maxSafeNat() }),
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('ask'),
      token: fc.constantFrom('q1', 'q2', '__proto__', 'constructor', 'toString'),
      question,
    }),
  },
  fc.record({ type: fc.constant('withdraw'), token: fc.constantFrom('q1', 'q2', '__proto__') }),
  fc.record({ type: fc.constant('exportExplored'), question: exported }),
);

const wild = fc.oneof(
  fc.anything({
    withTypedArray: true,
    withNullPrototype: true,
    withDate: true,
    withMap: true,
    withSet: true,
  }),
  fc.constantFrom<unknown>(
    NaN,
    -1,
    Infinity,
    2 ** 53,
    -0,
    '',
    '../../../etc/passwd',
    '<img src=x onerror=alert(1)>',
    '\0\u202E\uD800',
    'x'.repeat(100_000),
    new Array(100_000).fill('#ffffff'),
    new ArrayBuffer(2 << 20),
    JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'),
    null,
    undefined,
  ),
);

/** Ours with another value somewhere, or with one more. */
const damaged = fc
  .tuple(ours, fc.nat(999), wild, fc.boolean())
  .map(([message, at, value, adds]) => changedAt(message, at, value, adds));

export const hostileMessage = fc.oneof(
  { weight: 2, arbitrary: ours },
  { weight: 2, arbitrary: damaged },
  { weight: 1, arbitrary: wild },
);
