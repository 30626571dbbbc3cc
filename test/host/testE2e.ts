/**
 * A browser drives the workbench with the packaged extension installed (test/e2e). Words on the command line
 * choose test files by a part of their path.
 */
import { join } from 'node:path';
import { chromiumProgram } from './browser';
import { installExtension, packageExtension } from './extensionPackage';
import { exitCodeOf, runMochaFolder } from './mochaFolder';
import { projectRoot } from './projectRoot';
import { runMain } from './runMain';
import { EXTENSIONS_FOLDER_VARIABLE, VSIX_VARIABLE } from './suiteVariables';
import { createTemporaryFolder } from './temporaryFolder';

runMain(async () => {
  chromiumProgram(); // says at once what is missing, or installs it
  const vsix = process.env[VSIX_VARIABLE] ?? (await packageExtension());
  process.env[EXTENSIONS_FOLDER_VARIABLE] = installExtension(vsix, createTemporaryFolder('e2e').path);
  const folder = join(projectRoot, 'out', 'test', 'e2e');
  return exitCodeOf(await runMochaFolder(folder, { timeout: 180_000, filters: process.argv.slice(2) }));
});
