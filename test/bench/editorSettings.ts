import type { WorkbenchSettings } from '../host/workbenchSettings';

/**
 * Where VS Code runs on a server, its extension host starts a program every few seconds to find out which ports
 * are listened on. That stops its event loop for up to 250 ms when the process holds a large picture (a fork copies
 * its page tables), has nothing to do with us, and does not happen on the desktop.
 */
export const BENCH_SETTINGS: WorkbenchSettings = { 'remote.autoForwardPortsSource': 'output' };
