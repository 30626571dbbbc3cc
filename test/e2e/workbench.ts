/**
 * VS Code as a person meets it: the web workbench in a browser, with the packaged extension installed. Each
 * workbench has a server, a browser and a copy of its folder to itself.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import { startCodeServer, type CodeServer } from '../host/codeServer';
import { eventually, PATIENCE_MS } from '../host/eventually';
import { startLatencyProxy, type LatencyProxy } from '../host/latencyProxy';
import { projectRoot } from '../host/projectRoot';
import { EXTENSIONS_FOLDER_VARIABLE, suiteVariable } from '../host/suiteVariables';
import { createTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder';
import { addWebExtension } from '../host/webExtensionHost';
import { settingsForTheme, THEMES, type Theme, type WorkbenchSettings } from '../host/workbenchSettings';

const TESSERA_FRAME = 'iframe.webview.ready[src*="extensionId=tessera.tessera"]:visible';

export interface WorkbenchOptions {
  /** Default `dark`. */
  theme?: Theme;
  /** Size of the window in CSS pixels; default 1280 × 800. */
  width?: number;
  height?: number;
  /**
   * Language of extensions, as a display language would set it; default English. VS Code's own words stay English: its
   * language packs are not at hand.
   */
  language?: string;
  /** User settings beside the theme. */
  settings?: WorkbenchSettings;
  /** Key–value pairs for the workbench's environment, such as `extensionTestsPath`. */
  payload?: (server: CodeServer) => readonly (readonly [string, string])[];
  /** Tessera runs in the web extension host, without Node, instead of the server's. */
  isWebHost?: boolean;
  /** By how much what passes between browser and server is late, in each direction; default not at all. */
  latencyMs?: number;
  /** Puts further files into the copy of the folder before it is opened. */
  prepare?: (folder: string) => Promise<void> | void;
}

export class Workbench {
  private constructor(
    /** For what this class has no word for. */
    readonly page: Page,
    readonly server: CodeServer,
    private readonly browser: Browser,
    private readonly folder: TemporaryFolder,
    private readonly proxy: LatencyProxy | undefined,
  ) {}

  /** Opens a fresh copy of `folder` and settles when its files are listed and extensions are there. */
  static async open(folder: string, options: WorkbenchOptions = {}): Promise<Workbench> {
    const { theme = 'dark', width = 1280, height = 800, language, settings, payload, prepare } = options;
    const { isWebHost = false, latencyMs = 0 } = options;
    const copy = createTemporaryFolder('workspace', folder);
    await prepare?.(copy.path);
    const server = await startCodeServer({
      extensionsFolder: isWebHost ? undefined : suiteVariable(EXTENSIONS_FOLDER_VARIABLE),
      settings: { ...settingsForTheme(theme), ...settings },
    });
    const proxy = latencyMs > 0 ? await startLatencyProxy(server.port, latencyMs) : undefined;
    const port = proxy?.port ?? server.port;
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width, height } });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    if (language !== undefined) {
      await context.addInitScript(
        (tag) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: tag }),
        language,
      );
    }
    if (isWebHost) await addWebExtension(context, port, installedExtension());
    const workbench = new Workbench(await context.newPage(), server, browser, copy, proxy);
    const address = new URL(server.workbenchUrl(copy.path, payload?.(server)));
    address.port = String(port);
    await workbench.page.goto(address.href);
    await workbench.explorer.getByRole('treeitem').first().waitFor();
    // The mark VS Code sets once what extensions contribute (menus, commands, editors) is in place.
    await workbench.page.waitForFunction(
      () => performance.getEntriesByName('code/didLoadExtensions').length > 0,
    );
    return workbench;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.proxy?.stop();
    await this.server.stop();
    this.folder.remove();
  }

  /** Absolute path of a file in the opened copy. */
  path(...names: string[]): string {
    return join(this.folder.path, ...names);
  }

  /** The tree of the workspace's files. */
  get explorer(): Locator {
    return this.page.locator('.explorer-folders-view');
  }

  explorerFile(name: string): Locator {
    return this.explorer.getByRole('treeitem', { name, exact: true });
  }

  /** The tab of an open editor, by the file's name. */
  tab(name: string): Locator {
    return this.tabs.and(this.page.getByRole('tab', { name, exact: true }));
  }

  /** Of editors: the Activity Bar is made of tabs as well. */
  private get tabs(): Locator {
    return this.page.locator('.editor .tabs-container [role=tab]');
  }

  /** A button in the title of the editor in front. */
  titleButton(label: string): Locator {
    return this.page.locator('.editor-actions').getByRole('button', { name: label });
  }

  async closeEditors(): Promise<void> {
    await this.runCommand('View: Close All Editors');
    await this.tabs.first().waitFor({ state: 'detached' });
  }

  /** The picture in VS Code's own image preview, in a frame like Tessera's. */
  get builtInPreview(): Locator {
    return this.page
      .frameLocator('iframe.webview.ready[src*="extensionId=vscode.media-preview"]:visible')
      .frameLocator('iframe#active-frame')
      .locator('img');
  }

  /** Right-clicks a file and reads the labels of the menu's entries. */
  async explorerMenuLabels(name: string): Promise<string[]> {
    const entries = await this.openExplorerMenu(name);
    const labels = await entries.locator('.action-label').allInnerTexts();
    await this.press('Escape');
    await entries.first().waitFor({ state: 'detached' });
    return labels;
  }

  /** Right-clicks a file and chooses the entry with exactly this label. */
  async explorerContextMenu(name: string, label: string): Promise<void> {
    // A menu goes away when something else takes the focus; a person opens it again.
    await eventually(async () => {
      const entries = await this.openExplorerMenu(name);
      await entries.getByText(label, { exact: true }).hover({ timeout: 5000 });
      await entries.filter({ hasText: label }).and(this.page.locator(':focus')).waitFor({ timeout: 5000 });
    });
    // Not by a click: a menu ignores those in its first 100 ms, which the hand of a script is faster than.
    await this.press('Enter');
    await this.page.locator('.monaco-menu').waitFor({ state: 'detached' });
  }

  /** An Explorer that is listing a new file just then may take the click for the next row: then again. */
  private async openExplorerMenu(name: string): Promise<Locator> {
    const menu = this.page.locator('.monaco-menu');
    const row = this.explorerFile(name);
    return eventually(async () => {
      if ((await menu.count()) > 0) {
        await this.press('Escape');
        await menu.waitFor({ state: 'detached', timeout: 5000 });
      }
      await row.click({ button: 'right', timeout: 5000 });
      const entries = menu.getByRole('menuitem');
      await entries.first().waitFor({ timeout: 5000 });
      assert.match(
        (await row.getAttribute('class')) ?? '',
        /\bfocused\b/,
        `the menu is another file's than ${name}`,
      );
      return entries;
    });
  }

  /** Runs a command from the Command Palette by its full title, such as `Tessera: Save Reduced PNG`. */
  async runCommand(title: string): Promise<void> {
    // A dialog that ends may take the focus, and with it the list of commands, just after that has opened.
    await eventually(async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.locator('input[type=text]').fill(`>${title}`, { timeout: 5000 });
      await this.quickPick(title).click({ timeout: 5000 });
    });
  }

  /** The box at the top: command palette, choices, text questions, and the web's file dialogs. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** A row of the open quick input, by its exact label (of which the part that was typed is marked up). */
  quickPick(label: string): Locator {
    const pattern = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    return this.quickInput.locator('.quick-input-list-row', {
      has: this.page.locator('.label-name').filter({ hasText: pattern }),
    });
  }

  /** Changes the color theme by the folder's settings, which takes no focus away; settles when Tessera's page has it. */
  async changeTheme(theme: Theme): Promise<void> {
    const file = this.path('.vscode', 'settings.json');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(settingsForTheme(theme)));
    await this.tesseraFrame().locator(`body[data-vscode-theme-id="${THEMES[theme]}"]`).waitFor();
  }

  /** Answers the open question with a text. */
  async answerQuickInput(text: string): Promise<void> {
    await this.quickInput.locator('input[type=text]').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Answers a file dialog, once it proposes something. */
  async answerFileDialog(path: string): Promise<void> {
    const input = this.quickInput.locator('input[type=text]');
    await eventually(async () => assert.ok((await input.inputValue()).startsWith(this.path())));
    await this.answerQuickInput(path);
  }

  /** The modal dialog in front. (Notifications are dialogs too, but not modal.) */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Presses a button of the modal dialog in front. */
  async answerDialog(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Closes what notifications are on the screen: they lie over the page's lower right corner. */
  async clearNotifications(): Promise<void> {
    await this.runCommand('Notifications: Clear All Notifications');
    await this.page.locator('.notification-toast').first().waitFor({ state: 'detached' });
  }

  /** The texts of notifications on the screen; wait for one with `waitFor`. */
  get notifications(): Locator {
    return this.page.locator('.notification-toast .notification-list-item-message');
  }

  /** The page of the visible Tessera editor: a frame of the extension inside a frame of VS Code. */
  tesseraFrame(): FrameLocator {
    return this.page.frameLocator(TESSERA_FRAME).frameLocator('iframe#active-frame');
  }

  /** The pages of `count` visible Tessera editors. */
  tesseraFrames(count: number): FrameLocator[] {
    return Array.from({ length: count }, (_, i) =>
      this.page.locator(TESSERA_FRAME).nth(i).contentFrame().frameLocator('iframe#active-frame'),
    );
  }

  /**
   * Loads the window anew, as Developer: Reload Window does; the editor of `openFile` comes back by itself. A browser's
   * window can't store anything when it ends: the workbench writes down every five seconds which editors are open.
   * `justBefore`: what happens between that and the reload.
   */
  async reload(openFile: string, justBefore?: () => Promise<void>): Promise<void> {
    await eventually(async () => {
      const written = await this.page.evaluate(storedEditors);
      assert.ok(written.includes(openFile), 'the workbench has not stored that the file is open');
    });
    await justBefore?.();
    await this.page.reload();
    await this.explorer.getByRole('treeitem').first().waitFor();
  }

  /** Presses keys such as `Control+s` where the focus is. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  /** What a person sees, as far as words can tell: the editors, messages, and the text of what is in front. */
  async inWords(): Promise<string> {
    const tabs = await this.tabs.evaluateAll((all) =>
      all.map(
        (tab) => `${tab.getAttribute('aria-label')}${tab.ariaSelected === 'true' ? ' (in front)' : ''}`,
      ),
    );
    const webviews = await this.page.locator('iframe.webview:visible').all();
    const pages = await Promise.all(
      webviews.map((webview) =>
        webview
          .contentFrame()
          .locator('iframe')
          .first()
          .contentFrame()
          .locator('body')
          .ariaSnapshot({ timeout: 5000 })
          .catch((error: unknown) => `A webview: ${String(error)}`),
      ),
    );
    const overlays = await this.page
      .locator('.notification-toast, .monaco-dialog-box, .monaco-menu, .quick-input-widget:visible')
      .allInnerTexts();
    const shown = [...overlays, ...pages].map((text) => text.replace(/\s+/g, ' ').trim().slice(0, 1000));
    return [`Editors: ${tabs.join(', ') || 'none'}`, ...shown].join('\n');
  }

  /** Saves what the window shows as `out/screenshots/<name>.png` and returns that path. */
  async screenshot(name: string): Promise<string> {
    const path = join(projectRoot, 'out', 'screenshots', `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }
}

/** The folder of Tessera as it was installed. */
function installedExtension(): string {
  const extensions = suiteVariable(EXTENSIONS_FOLDER_VARIABLE);
  const folder = readdirSync(extensions).find((name) => name.startsWith('tessera.tessera-'));
  if (folder === undefined) throw new Error(`Tessera is not installed in ${extensions}.`);
  return join(extensions, folder);
}

/** What the workbench has stored about open editors; runs in the browser. */
async function storedEditors(): Promise<string> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
    });
  let stored = '';
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db')) continue;
    const database = await result(indexedDB.open(name));
    try {
      const items = database.transaction('ItemTable').objectStore('ItemTable');
      stored += String(await result(items.get('memento/workbench.parts.editor')));
    } finally {
      database.close();
    }
  }
  return stored;
}
