import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { projectRoot } from '../host/projectRoot';
import { BROKEN_IMAGES } from './brokenImages';
import { eventually } from './eventually';
import { FIRST_FILE } from './firstFile';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const SOURCE = 'address-book-icon.png';

/** The steps of one job: each test goes on where the one before it ended. */
describe('the editor in Chinese', () => {
});
