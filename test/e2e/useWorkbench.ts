import { handOn, registerUser, takeOver, type SharedOptions } from './sharedWorkbench';
import { Workbench, type WorkbenchOptions } from './workbench';

/**
 * Gives the surrounding `describe` one workbench for all its tests, opened before the first and closed after
 * the last. A failing test leaves a screenshot named after it. The returned function gives the open workbench.
 */
export function useWorkbench(folder: string, options?: WorkbenchOptions): () => Workbench {
  return useOpened(
    () => Workbench.open(folder, options),
    (workbench) => workbench.close(),
  );
}

/**
 * Like `useWorkbench`, with one that other suites use before and after: for all that need no window or host of their
 * own. What a suite finds is as if it were new: no editor, no notification, and of the folder a fresh copy, of whose
 * pictures nothing is remembered.
 */
export function useSharedWorkbench(folder: string, options: SharedOptions = {}): () => Workbench {
  registerUser(options);
  return useOpened(
    () => takeOver(folder, options),
    (workbench, hasPassed) => handOn(workbench, options, hasPassed),
  );
}

function useOpened(
  open: () => Promise<Workbench>,
  close: (workbench: Workbench, hasPassed: boolean) => Promise<void>,
): () => Workbench {
  let workbench: Workbench | undefined;

  before(async () => {
    workbench = await open();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      const name = this.currentTest.fullTitle().replace(/[^\w-]+/g, '-');
      console.log(`      screenshot: ${await workbench?.screenshot(name)}`);
    }
  });

  after(async function () {
    if (!workbench) return; // it never opened
    let hasPassed = true;
    // Neither a test that failed nor one that never ran, because a hook failed, leaves what it should.
    this.test?.parent?.eachTest((test) => (hasPassed &&= test.isPassed() || test.isPending()));
    await close(workbench, hasPassed);
  });

  return () => {
    if (workbench === undefined) {
      throw new Error('The workbench is open only while tests run.');
    }
    return workbench;
  };
}
