/**
 * What an open picture costs in memory: of the page (the browser's processes) and of the extension host with its
 * worker. Resident memory as `ps` tells it, so not on Windows.
 */
import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import type { Workbench } from '../e2e/workbench';
import { closeEditor, timeOpening } from './editorOpening';

/** Bytes beyond what there was with no picture open. */
export interface OpenMemory {
  /** Of all processes of the browser. */
  page: number;
  /** Of the VS Code server, its extension host and the worker in it. */
  host: number;
}

/** After the work on a picture, until memory that nobody needs is given back. */
const SETTLING_MS = 3000;
const KILOBYTE = 1024;

/** `firstFile`: opened and closed before. */
export async function measureMemory(
  workbench: Workbench,
  firstFile: string,
  file: string,
): Promise<OpenMemory> {
  await timeOpening(workbench, firstFile); // the extension, the worker and the page's code are there once
  await closeEditor(workbench, firstFile);
  const before = await memoryNow(workbench);
  await timeOpening(workbench, file);
  const after = await memoryNow(workbench);
  return { page: after.page - before.page, host: after.host - before.host };
}

async function memoryNow({ page, server }: Workbench): Promise<OpenMemory> {
  await page.waitForTimeout(SETTLING_MS);
  await collectGarbage(page);
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return {
    page: residentBytes(processInfo.map(({ id }) => id)),
    host: residentBytes(withDescendants(server.processId)),
  };
}

async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

function residentBytes(processes: readonly number[]): number {
  const isWanted = new Set(processes);
  return processTable()
    .filter(({ id }) => isWanted.has(id))
    .reduce((sum, { resident }) => sum + resident, 0);
}

function withDescendants(root: number): number[] {
  const table = processTable();
  const found = [root];
  for (const parent of found)
    found.push(...table.filter((each) => each.parent === parent).map(({ id }) => id));
  return found;
}

function processTable(): { id: number; parent: number; resident: number }[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [id, parent, kilobytes] = line.trim().split(/\s+/).map(Number);
      return { id: id!, parent: parent!, resident: kilobytes! * KILOBYTE };
    });
}
