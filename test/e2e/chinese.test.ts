import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../host/eventually';
import { projectRoot } from '../host/projectRoot';
import { FIRST_FILE } from './firstFile';
import { pageTexts } from './pageTexts';
import { TesseraPage } from './tesseraPage';
import { useWorkbench } from './useWorkbench';

const SOURCE = 'shutters.jpg';

/** Names, units and keys are the same in every language. */
const SAME_EVERYWHERE =
  /[\w.]+\.(png|jpg)\b|\b(JPEG|PNG|PSNR|SSIM|MSE|OKLab|sRGB|RGB|CIEDE2000|k-means|WCAG|Ctrl(\+\w)?|Shift|Esc|Delete|dB|[KM]B|[A-Z])\b|ΔE|log₂|Floyd–Steinberg|Atkinson|Bayer|^Aa$|#[\da-f]{6}/g;

/** The steps of one job: each test goes on where the one before it ended. */
describe('the editor in Chinese', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'), {
    language: 'zh-cn',
    settings: FIRST_FILE,
    prepare: (folder) => writeFileSync(join(folder, 'cat.png'), 'GIF89a'),
  });
  let page: TesseraPage;

  it('opens from a menu in Chinese', async () => {
    await workbench().explorerContextMenu(SOURCE, '减少颜色…');
    page = await TesseraPage.visible(workbench(), SOURCE);
    await page.frame.getByRole('img', { name: '减色图像，16 种颜色' }).waitFor();
    await page.frame.locator('tessera-quality-figures dl[aria-busy="false"]').waitFor();
    assert.equal(await page.frame.locator('html').getAttribute('lang'), 'zh-cn');
    assert.match((await page.reducedSize.getAttribute('title')) ?? '', /^[\d,]+ 字节$/);
  });

  it('says everything in Chinese but the names of colors', async () => {
    for (const details of await page.frame.locator('details > summary').all()) await details.click();
    await page.frame.getByRole('option').first().click();
    const texts = await pageTexts(page.frame, 'h1, tessera-swatch-list, .detail .muted');
    assert.ok(texts.length > 60, `only ${texts.length} texts`);
    const foreign = texts.filter((text) => /[a-z]{2}/i.test(text.replaceAll(SAME_EVERYWHERE, '')));
    assert.deepEqual(foreign, []);
  });

  it('has room for all of it', async () => {
    const excess = await page.frame
      .locator('html')
      .evaluate((html) => [html.scrollHeight - html.clientHeight, html.scrollWidth - html.clientWidth]);
    assert.deepEqual(excess, [0, 0]);
  });

  it('shows the status bar and the commands in Chinese', async () => {
    const status = workbench().page.locator('[id="tessera.tessera.tessera.summary"]');
    await eventually(async () => assert.match(await status.innerText(), /^16 种颜色\s+[\d.]+ KB\s+.*\d%$/));
    await workbench().runCommand('Tessera: 设置颜色数…');
    await workbench().answerQuickInput('9');
    await page.frame.getByRole('img', { name: '减色图像，9 种颜色' }).waitFor();
  });

  it('saves with a message in Chinese', async () => {
    await page.frame.getByRole('button', { name: /^保存 Ctrl/ }).click();
    await workbench()
      .notifications.filter({ hasText: /^已保存“shutters\.k9\.png”，.*比源文件小 \d+%。$/ })
      .waitFor();
    await page.frame.locator('.saved').getByText('已保存为 shutters.k9.png').waitFor();
  });

  it('says in Chinese what the worker finds wrong with a file', async () => {
    await workbench().explorerContextMenu('cat.png', '减少颜色…');
    page = await TesseraPage.visible(workbench(), 'cat.png');
    assert.match(await page.alert.innerText(), /“cat\.png”其实是 GIF 图像；Tessera 读取 PNG 和 JPEG。/);
    await page.frame.getByRole('button', { name: '重试' }).waitFor();
  });
});
