/**
 * Runs test/integration inside the extension host of a VS Code server that a headless browser has open. Words on the
 * command line choose test files by a part of their path.
 */
import { join } from 'node:path';
import { launchBrowser } from './browser';
import { startCodeServer } from './codeServer';
import { projectRoot } from './projectRoot';
import { runMain } from './runMain';
import { SuiteLog } from './suiteLog';
import { FILTERS_VARIABLE } from './suiteVariables';
import { createTemporaryFolder } from './temporaryFolder';

/** For the suite as a whole; single tests have their own, shorter limits. */
const LIMIT_MINUTES = 10;

runMain(async () => {
  const workspace = createTemporaryFolder('workspace', join(projectRoot, 'samples'));
  const log = new SuiteLog();
  const browser = await launchBrowser();
  const server = await startCodeServer({ env: { [FILTERS_VARIABLE]: process.argv.slice(2).join(' ') } });
  try {
    const page = await browser.newPage();
    // The two functions through which VS Code speaks to whoever automates it.
    await page.exposeFunction('codeAutomationLog', log.add.bind(log));
    let exit: (code: number) => void = () => undefined;
    await page.exposeFunction('codeAutomationExit', (code: number) => exit(code));
    const exitCode = new Promise<number>((resolve, reject) => {
      exit = resolve;
      page.once('crash', () => reject(new Error('The page with the workbench crashed.')));
      void server.ended.then(() => reject(new Error(`The VS Code server ended:\n${server.log()}`)));
      setTimeout(
        () => reject(new Error(`No end after ${LIMIT_MINUTES} minutes. Log:\n${server.log()}`)),
        LIMIT_MINUTES * 60_000,
      ).unref();
    });
    const url = server.workbenchUrl(workspace.path, [
      ['extensionDevelopmentPath', server.remoteUri(projectRoot)],
      ['extensionTestsPath', server.remoteUri(join(projectRoot, 'out', 'test', 'integration', 'index.js'))],
    ]);
    const [code] = await Promise.all([exitCode, page.goto(url)]);
    return code;
  } finally {
    log.flushUnlessBegun();
    await browser.close();
    await server.stop();
    workspace.remove();
  }
});
