/**
 * Runs test/integration in a desktop VS Code, downloaded on first use. `TESSERA_VSCODE_VERSION` chooses the
 * version (`stable` by default). Linux without a display needs `xvfb-run` around it.
 */
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { UserError } from '../../src/shared/userError';
import { projectRoot } from './projectRoot';
import { runMain } from './runMain';
import { SUITE_RESULT_VARIABLE } from './suiteResult';
import { createTemporaryFolder } from './temporaryFolder';

runMain(async () => {
  const version = process.env.TESSERA_VSCODE_VERSION ?? 'stable';
  const vscodeExecutablePath = await download(version);
  const workspace = createTemporaryFolder('workspace', join(projectRoot, 'samples'));
  const userData = createTemporaryFolder('user');
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: join(projectRoot, 'out', 'test', 'integration', 'index.js'),
    extensionTestsEnv: { [SUITE_RESULT_VARIABLE]: process.env[SUITE_RESULT_VARIABLE] },
    launchArgs: [
      workspace.path,
      `--user-data-dir=${userData.path}`,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--skip-welcome',
    ],
  });
});

async function download(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(projectRoot, '.vscode-test') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`VS Code ${version} could not be downloaded (${reason}).`);
  }
}
