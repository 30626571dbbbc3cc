/** Builds the .vsix, lets VS Code install it, and checks what people would get (test/package). */
import { join } from 'node:path';
import { installExtension, packageExtension } from './extensionPackage';
import { exitCodeOf, runMochaFolder } from './mochaFolder';
import { projectRoot } from './projectRoot';
import { runMain } from './runMain';
import { EXTENSIONS_FOLDER_VARIABLE, VSIX_VARIABLE } from './suiteVariables';
import { createTemporaryFolder } from './temporaryFolder';

runMain(async () => {
  const vsix = await packageExtension();
  process.env[VSIX_VARIABLE] = vsix;
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(vsix, createTemporaryFolder('package').path);
  return exitCodeOf(await runMochaFolder(join(projectRoot, 'out', 'test', 'package'), { timeout: 30_000 }));
});
