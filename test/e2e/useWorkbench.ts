import { Workbench, type WorkbenchOptions } from './workbench';

/**
 * Gives the surrounding `describe` one workbench for all its tests, opened before the first and closed after
 * the last. A failing test leaves a screenshot named after it, and its error says what is on the screen, for whoever has
 * only a log. The returned function gives the open workbench.
 */
export function useWorkbench(folder: string, options?: WorkbenchOptions): () => Workbench {
  let workbench: Workbench | undefined;

  before(async () => {
    workbench = await Workbench.open(folder, options);
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || workbench === undefined) return;
    const name = this.currentTest.fullTitle().replace(/[^\w-]+/g, '-');
    console.log(`      screenshot: ${await workbench.screenshot(name)}`);
    const { err } = this.currentTest;
    if (err !== undefined) err.stack = `${err.stack ?? err.message}\n${await workbench.inWords()}`;
  });

  after(() => workbench?.close());

  return () => {
    if (workbench === undefined) {
      throw new Error('The workbench is open only while tests run.');
    }
    return workbench;
  };
}
