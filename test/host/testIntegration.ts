/** Runs test/integration inside the extension host of a VS Code server that a headless browser has open. */
import { join } from 'node:path';
import { launchBrowser } from './browser';
import { startCodeServer } from './codeServer';
import { projectRoot } from './projectRoot';
import { runMain } from './runMain';
import { createTemporaryFolder } from './temporaryFolder';

/** The suite as a whole; single tests have their own, shorter limits. */
const LIMIT_MINUTES = 5;

runMain(async () => {
  const workspace = createTemporaryFolder('workspace', join(projectRoot, 'samples'));
  const browser = await launchBrowser();
  const server = await startCodeServer();
  try {
    const page = await browser.newPage();
    const exitCode = new Promise<number>((resolve, reject) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
      page.once('crash', () => reject(new Error('The page with the workbench crashed.')));
      void server.ended.then(() => reject(new Error(`The VS Code server ended:\n${server.log()}`)));
      setTimeout(
        () => reject(new Error(`No end after ${LIMIT_MINUTES} minutes. Log:\n${server.log()}`)),
        LIMIT_MINUTES * 60_000,
      ).unref();
    });
    await page.exposeFunction('codeAutomationLog', printLine);
    await page.goto(
      server.workbenchUrl(workspace.path, [
        ['extensionDevelopmentPath', server.remoteUri(projectRoot)],
        ['extensionTestsPath', server.remoteUri(join(projectRoot, 'out', 'test', 'integration', 'index.js'))],
      ]),
    );
    return await exitCode;
  } finally {
    await browser.close();
    await server.stop();
    workspace.remove();
  }
});

/** One line the extension host printed on its console. */
function printLine(type: string, values: unknown[]): void {
  // A native logger that is not built here, and that VS Code does without.
  if (values.some((value) => String(value).includes('spdlog'))) {
    return;
  }
  const print = type === 'error' || type === 'warn' ? console.error : console.log;
  print(...values);
}
