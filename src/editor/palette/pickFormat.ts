/** The choice of a format: what can be done with each stands beside it. */
import * as vscode from 'vscode';
import type { FormatGroup } from '../../paletteFiles/format';
import type { NamedPalette } from '../../paletteFiles/palette';
import { extensionOf, groupOf, isTextFormat, losesTransparency, type ExportFormat } from './exportFormats';

export type FormatAction = 'save' | 'copy' | 'preview';

export interface FormatChoice {
  format: ExportFormat;
  action: FormatAction;
}

interface FormatItem extends vscode.QuickPickItem {
  format?: ExportFormat;
}

/** What was chosen last is where the next choice begins. */
let lastId: string | undefined;

/**
 * @param formats In the order of the menu.
 * @param usual What Enter and a click do; the other actions are buttons.
 * @returns `undefined` when the choice was left.
 */
export function pickFormat(
  formats: readonly ExportFormat[],
  palette: NamedPalette,
  usual: FormatAction,
): Promise<FormatChoice | undefined> {
  const pick = vscode.window.createQuickPick<FormatItem>();
  pick.title = titleOf(usual, palette);
  pick.placeholder = placeholderOf(usual);
  pick.matchOnDescription = true;
  pick.items = itemsOf(formats, palette, usual);
  pick.activeItems = pick.items.filter(({ format }) => format !== undefined && format.id === lastId);
  return new Promise((resolve) => {
    const choose = (item: FormatItem | undefined, action: FormatAction) => {
      if (!item?.format) return;
      lastId = item.format.id;
      resolve({ format: item.format, action });
      pick.hide();
    };
    pick.onDidAccept(() => choose(pick.selectedItems[0], usual));
    pick.onDidTriggerItemButton(({ item, button }) => choose(item, actionOf(button)));
    pick.onDidHide(() => {
      resolve(undefined); // unless it was chosen
      pick.dispose();
    });
    pick.show();
  });
}

function itemsOf(formats: readonly ExportFormat[], palette: NamedPalette, usual: FormatAction): FormatItem[] {
  const items: FormatItem[] = [];
  let group: FormatGroup | undefined;
  for (const format of formats) {
    if (groupOf(format) !== group) {
      group = groupOf(format);
      items.push({ label: groupLabel(group), kind: vscode.QuickPickItemKind.Separator });
    }
    const extension = `.${extensionOf(format)}`;
    items.push({
      label: format.label,
      description: losesTransparency(format, palette)
        ? vscode.l10n.t('{0} · without transparency', extension)
        : extension,
      buttons: isTextFormat(format) ? buttons().filter(({ action }) => action !== usual) : [],
      format,
    });
  }
  return items;
}

interface ActionButton extends vscode.QuickInputButton {
  action: FormatAction;
}

function buttons(): ActionButton[] {
  return [
    {
      action: 'copy',
      iconPath: new vscode.ThemeIcon('copy'),
      tooltip: vscode.l10n.t('Copy to the Clipboard'),
    },
    { action: 'preview', iconPath: new vscode.ThemeIcon('open-preview'), tooltip: vscode.l10n.t('Preview') },
    { action: 'save', iconPath: new vscode.ThemeIcon('save'), tooltip: vscode.l10n.t('Save…') },
  ];
}

/** VS Code gives back the very button, whose type it does not keep. */
function actionOf(button: vscode.QuickInputButton): FormatAction {
  return (button as ActionButton).action;
}

function titleOf(usual: FormatAction, { name, colors }: NamedPalette): string {
  const what =
    colors.length === 1
      ? vscode.l10n.t('“{0}”, 1 color', name)
      : vscode.l10n.t('“{0}”, {1} colors', name, colors.length);
  switch (usual) {
    case 'save':
      return vscode.l10n.t('Export Palette of {0}', what);
    case 'copy':
      return vscode.l10n.t('Copy Palette of {0}', what);
    case 'preview':
      return vscode.l10n.t('Preview Palette of {0}', what);
  }
}

function placeholderOf(usual: FormatAction): string {
  switch (usual) {
    case 'save':
      return vscode.l10n.t('Choose a format to save, or copy or preview it with its buttons');
    case 'copy':
      return vscode.l10n.t('Choose a format to copy, or preview or save it with its buttons');
    case 'preview':
      return vscode.l10n.t('Choose a format to preview, or copy or save it with its buttons');
  }
}

function groupLabel(group: FormatGroup): string {
  switch (group) {
    case 'code':
      return vscode.l10n.t('Code');
    case 'design':
      return vscode.l10n.t('Design tools');
    case 'picture':
      return vscode.l10n.t('Pictures');
  }
}
