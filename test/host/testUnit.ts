/** Runs the tests that need no VS Code. Words on the command line choose files by a part of their path. */
import { join } from 'node:path';
import { exitCodeOf, runMochaFolder } from './mochaFolder';
import { projectRoot } from './projectRoot';
import { runMain } from './runMain';

runMain(async () => {
  const folder = join(projectRoot, 'out', 'test', 'unit');
  return exitCodeOf(
    await runMochaFolder(folder, { timeout: 180_000, jobs: 2, filters: process.argv.slice(2) }),
  );
});
