/** The page's HTML: its policy, its style sheet and its script; everything else the script builds. */
import * as vscode from 'vscode';
import type { Localization } from '../shared/localization';

export function pageHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  localization: Localization,
): string {
  const file = (...path: string[]) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  const nonce = createNonce();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} blob:`,
    `connect-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${localization.language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tessera</title>
    <link rel="stylesheet" href="${file('media', 'page.css')}">
  </head>
  <body data-vscode-context='{"preventDefaultContextMenuItems": true}'>
    <tessera-app></tessera-app>
    <script type="application/json" id="localization">${dataBlock(localization)}</script>
    <script nonce="${nonce}" src="${file('dist', 'page.js')}"></script>
  </body>
</html>`;
}

/** As JSON in a script element that is data, not script (so the policy does not ask for a nonce). */
function dataBlock(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c'); // nothing in it may end the element
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
