import type { WorkbenchSettings } from '../host/workbenchSettings';

/** No search for a smaller file: for tests that are about something else, and quicker so. */
export const FIRST_FILE: WorkbenchSettings = { 'tessera.save.optimize': 'fast' };
