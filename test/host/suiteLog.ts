/** The first line the integration suite prints inside the extension host. */
export const SUITE_HEADING = 'Tests inside the extension host';

/** Passes on what a page prints once the suite begins; the workbench's chatter before that is kept back. */
export class SuiteLog {
  private hasBegun = false;
  private readonly before: (() => void)[] = [];

  /** One line for the console: `type` is the console's method, `values` what it was called with. */
  add(type: string, values: unknown[]): void {
    // Said at any moment by a native logger that is not built here and that VS Code does without.
    if (values.some((value) => String(value).includes('Could not locate the bindings file'))) {
      return;
    }
    this.hasBegun ||= values[0] === SUITE_HEADING;
    const print = () => (type === 'error' || type === 'warn' ? console.error : console.log)(...values);
    if (this.hasBegun) {
      print();
    } else {
      this.before.push(print);
    }
  }

  /** When the suite never came to begin, the reason is in what was kept back. */
  flushUnlessBegun(): void {
    if (!this.hasBegun) {
      this.before.forEach((print) => print());
    }
  }
}
