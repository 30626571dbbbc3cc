/** An extension in the workbench's web extension host (a Web Worker without Node), as it runs on vscode.dev. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

const PATH = '/web-ext';

/**
 * Lets every workbench that the browser opens from `port` run the extension in `folder`. To be called before one is
 * opened, with a server that does not have the extension itself.
 */
export async function addWebExtension(context: BrowserContext, port: number, folder: string): Promise<void> {
  await context.route(`**${PATH}/**`, (route) => {
    const file = join(folder, decodeURIComponent(new URL(route.request().url()).pathname.slice(PATH.length)));
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  });
  await context.addInitScript(configureWorkbench, {
    scheme: 'http',
    authority: `127.0.0.1:${port}`,
    path: PATH,
  });
}

/** Adds the extension to the settings that the workbench reads from an element of its page; runs in the browser. */
function configureWorkbench(extension: { scheme: string; authority: string; path: string }): void {
  const original = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = original.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings' || value === null)
      return value;
    const settings = JSON.parse(value) as Record<string, unknown>;
    return JSON.stringify({ ...settings, developmentOptions: { extensions: [extension] } });
  };
}
