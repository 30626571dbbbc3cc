import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { setting, type Settings } from '../../src/editor/settings';
import { DEFAULT_NAME_PATTERN } from '../../src/shared/outputName';
import { manifest } from './manifest';
import { workspaceFile } from './workspaceFile';

const image = workspaceFile('hats.png');

/** For each setting a value that counts, and some that must not. */
const CASES: { [Name in keyof Settings]: { good: Settings[Name]; bad: unknown[] } } = {
  'defaults.k': { good: 48, bad: [1, 4097, 2.5, '16', null] },
  'defaults.space': { good: 'rgb', bad: ['hsv', 1] },
  'defaults.dither': { good: 'bayer', bad: ['random', true] },
  'defaults.ditherStrength': { good: 60, bad: [-1, 101, '50'] },
  'defaults.keepRare': { good: 12.5, bad: [-0.1, 200, []] },
  'save.fileName': { good: '${name}-small', bad: ['', '   ', 7, ['a']] },
  'save.optimize': { good: 'fast', bad: ['', 'smallest', 3, null] },
  'palette.prefix': { good: 'brand', bad: ['', '  ', 'x'.repeat(41), 1, null] },
  'palette.naming': { good: '${role}-${index}', bad: ['', 'pretty', '${prefix}', 2, []] },
  'limits.maxMegapixels': { good: 12.5, bad: [0, -1, 501, '100', true, {}] },
};
// The keys are those of Settings: the type above says so.
const NAMES = Object.keys(CASES) as (keyof Settings)[];

/** What a test has set: each change of a setting is heard by the whole workbench, so nothing else is taken back. */
const configured = new Set<keyof Settings>();

async function configure(name: keyof Settings, value: unknown): Promise<void> {
  configured.add(name);
  await vscode.workspace
    .getConfiguration('tessera', image)
    .update(name, value, vscode.ConfigurationTarget.Global);
}

function defaultOf(name: keyof Settings): unknown {
  return manifest().contributes.configuration.properties[`tessera.${name}`]?.default;
}

describe('settings', () => {
  afterEach(async () => {
    for (const name of configured) await configure(name, undefined);
    configured.clear();
  });

  it('are those that the manifest declares', () => {
    assert.deepEqual(
      Object.keys(manifest().contributes.configuration.properties).sort(),
      NAMES.map((name) => `tessera.${name}`).sort(),
    );
  });

  it('name the default pattern for saved files as the command line does', () => {
    assert.equal(defaultOf('save.fileName'), DEFAULT_NAME_PATTERN);
  });

  for (const name of NAMES) {
    const { good, bad } = CASES[name];

    it(`${name} is what the person set`, async () => {
      await configure(name, good);
      assert.equal(setting(name, image), good);
    });

    for (const value of bad) {
      it(`${name} falls back to the manifest's default from ${JSON.stringify(value)}`, async () => {
        await configure(name, value);
        assert.equal(setting(name, image), defaultOf(name));
      });
    }
  }
});
