import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { ConsoleMessage, Request } from 'playwright-core';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const ELSEWHERE = 'https://elsewhere.invalid/';

/** Listens from before the page exists to the last test. */
describe('the page’s policy', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'));
  const messages: string[] = [];
  const requests: Request[] = [];
  let page: TesseraPage;

  before(() => {
    workbench().page.on('console', (message) => isComplaint(message) && messages.push(message.text()));
    workbench().page.on('pageerror', (error) => messages.push(String(error)));
    workbench()
      .page.context()
      .on('request', (request) => requests.push(request));
  });

  /** Addresses outside the workbench that something was asked of. */
  async function outside(): Promise<string[]> {
    const home = new URL(workbench().page.url()).origin;
    const addresses: string[] = [];
    for (const request of requests) {
      const { origin, protocol } = new URL(request.url());
      if (origin === home || !/^https?:$/.test(protocol)) continue;
      // Files of the extension and the workspace have addresses that VS Code's service worker answers.
      if ((await request.response())?.fromServiceWorker()) continue;
      addresses.push(request.url());
    }
    return addresses;
  }

  it('is not broken by the main job', async () => {
    page = await TesseraPage.open(workbench(), 'shutters.jpg');
    await page.atRest();
    await page.dragSlider(16, 100);
    await page.releaseSlider();
    await page.atRest(100);
    await page.frame.getByRole('radio', { name: 'Side by side' }).check();
    await page.frame.locator('tessera-quality-figures').getByText('Mean ΔE').hover();
    await page.frame.getByRole('heading', { level: 1 }).hover(); // the hint that this leaves lies over what is below
    await page.frame.getByText('Advanced').click();
    await page.save('shutters.k100.png');
    assert.deepEqual(messages, []);
  });

  it('asks nothing of any other place', async () => {
    assert.ok(requests.length > 0);
    assert.deepEqual(await outside(), []);
  });

  it('keeps the page from asking elsewhere, and that would have been noticed', async () => {
    const answer = await page.frame.locator('body').evaluate(
      (_, url) =>
        fetch(url).then(
          () => 'answered',
          () => 'refused',
        ),
      ELSEWHERE,
    );
    assert.equal(answer, 'refused');
    await eventually(() => assert.match(messages.join('\n'), /Content Security Policy/));
  });

  it('keeps scripts and styles out that are not the page’s own', async () => {
    const done = await page.frame.locator('body').evaluate((body) => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.intruded = "yes"';
      body.append(script);
      body.setAttribute('style', 'outline-style: dashed');
      return { script: body.dataset.intruded, outline: getComputedStyle(body).outlineStyle };
    });
    assert.deepEqual(done, { script: undefined, outline: 'none' });
  });
});

/** An error in any frame, except what the workbench says through its own script (of modules that are not built here). */
function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' && !message.location().url.endsWith('/workbench/workbench.js');
}
