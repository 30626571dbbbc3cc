/** The status bar's entry: what the image in front has become. Hidden for other editors. */
import * as vscode from 'vscode';
import type { EditorPage } from './page';
import type { TesseraEditorProvider } from './provider';
import type { SessionSummary } from './summary';
import { plainText } from '../shared/plainText';
import { formatBytes, formatExactBytes } from '../shared/formatBytes';
import { formatNumber, formatPercent } from '../shared/localization';

/** @param command What a click runs. */
export function registerStatusBar(provider: TesseraEditorProvider, command: string): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('tessera.summary', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Tessera: Reduced Image');
  item.command = command;
  const update = () => {
    const page = provider.activePage;
    const summary = page?.document.session.summary();
    if (!page || !summary) return item.hide();
    item.text = textOf(summary, page);
    item.tooltip = tooltipOf(summary, page);
    item.accessibilityInformation = { label: item.text, role: 'button' };
    item.show();
  };
  const listening = provider.onDidChangeActivePage(update);
  update();
  return vscode.Disposable.from(item, listening);
}

function textOf(summary: SessionSummary, { zoomPercent }: EditorPage): string {
  const { colors, byteLength, isEstimate, width, height } = summary;
  const parts = [
    colorsText(colors),
    `${isEstimate ? '≈ ' : ''}${formatBytes(byteLength)}`,
    `${width} × ${height}`,
    ...(zoomPercent === undefined ? [] : [zoomText(zoomPercent)]),
  ];
  return parts.join('  ');
}

function tooltipOf(summary: SessionSummary, { document, zoomPercent }: EditorPage): vscode.MarkdownString {
  const { k, colors, byteLength, isEstimate, width, height, sourceByteLength } = summary;
  const size = isEstimate
    ? vscode.l10n.t('about {0}', formatBytes(byteLength))
    : `${formatBytes(byteLength)} (${formatExactBytes(byteLength)})`;
  const rows: [label: string, value: string][] = [
    [vscode.l10n.t('Colors'), askedText(colors, k)],
    [vscode.l10n.t('File'), size],
    [vscode.l10n.t('Source'), `${formatBytes(sourceByteLength)} (${formatExactBytes(sourceByteLength)})`],
    [vscode.l10n.t('Dimensions'), vscode.l10n.t('{0} × {1} pixels', width, height)],
    ...(zoomPercent === undefined
      ? []
      : [[vscode.l10n.t('Zoom'), zoomText(zoomPercent)] satisfies [string, string]]),
  ];
  const tooltip = new vscode.MarkdownString();
  tooltip
    .appendMarkdown('**')
    .appendText(plainText(document.name))
    .appendMarkdown('**\n\n| | |\n|---|---|\n');
  rows.forEach(([label, value]) => tooltip.appendMarkdown(`| ${label} | ${value} |\n`));
  tooltip.appendMarkdown('\n').appendText(vscode.l10n.t('Click to set the number of colors.'));
  return tooltip;
}

function colorsText(colors: number): string {
  return colors === 1 ? vscode.l10n.t('1 color') : vscode.l10n.t('{0} colors', formatNumber(colors));
}

function askedText(colors: number, k: number): string {
  return k === colors
    ? formatNumber(colors)
    : vscode.l10n.t('{0} of {1} asked for', formatNumber(colors), formatNumber(k));
}

/** Whole from 10 on; a picture much smaller than its size still shows by how much. */
function zoomText(percent: number): string {
  return formatPercent(percent, percent >= 10 ? 0 : percent >= 1 ? 1 : 2);
}
