import { UserError } from '../../src/shared/userError';
import { exitOnSignals, exitWithParent } from './atExit';

export interface MainOptions {
  /** Exit code when a signal ends the program; by default 128 + the signal's number. */
  signalExitCode?: number;
}

/** Runs a program's `main` to its exit code. A `UserError` is printed as its sentence, anything else with its stack. */
export function runMain(main: () => Promise<number>, options: MainOptions = {}): void {
  exitOnSignals(options.signalExitCode);
  exitWithParent();
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof UserError ? error.message : error);
      process.exit(1);
    },
  );
}
