import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { projectRoot } from '../host/projectRoot';
import type { TesseraPage } from './tesseraPage';

const AXE = readFileSync(join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** What axe-core finds in the page, a line each; empty when all is well. */
export async function violations(page: TesseraPage): Promise<string[]> {
  const results = await page.frame.locator('html').evaluate(
    // The page's policy allows no scripts but its own; what the browser's tools evaluate is not bound by it.
    async (html: HTMLElement, script: string): Promise<AxeResults> => {
      const scope = globalThis as unknown as {
        axe?: { run(context: Node, options: object): Promise<AxeResults> };
      };
      if (!scope.axe) (0, eval)(script);
      return scope.axe!.run(html.ownerDocument, { resultTypes: ['violations'], preload: false });
    },
    AXE,
  );
  assert.ok(results.passes.length > 10, 'axe has checked something');
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}; ${target.join(' ')}; ${failureSummary}`),
  );
}
