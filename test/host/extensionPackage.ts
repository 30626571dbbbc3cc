/** The extension as it ships: built into a .vsix, and installed from one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { codeServerProgram } from './codeServerDownload';
import { projectRoot } from './projectRoot';

export const packagePath = join(projectRoot, 'out', 'tessera.vsix');

/** Builds the extension for production, packs it and returns the .vsix file's path. */
export async function packageExtension(): Promise<string> {
  mkdirSync(dirname(packagePath), { recursive: true });
  await createVSIX({ cwd: projectRoot, packagePath, dependencies: false });
  return packagePath;
}

/** Lets VS Code's server install a .vsix into `folder/extensions` and returns that folder. */
export function installExtension(vsix: string, folder: string): string {
  const extensionsFolder = join(folder, 'extensions');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      codeServerProgram(),
      ...['--install-extension', vsix],
      ...['--extensions-dir', extensionsFolder, '--server-data-dir', join(folder, 'installer')],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0 || !stdout.includes('successfully installed')) {
    throw new Error(`VS Code did not install ${vsix}:\n${stdout}${stderr}`);
  }
  return extensionsFolder;
}
