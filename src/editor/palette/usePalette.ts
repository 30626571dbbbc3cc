/** “Use Palette From…”: a palette is brought along, and it is asked what to do with it. One step to undo. */
import * as vscode from 'vscode';
import { plainText } from '../../shared/plainText';
import { showError } from '../notify';
import { K_MAX_INDEXED } from '../../engine/options';
import { PALETTE_FORMATS } from '../../paletteFiles/formats';
import { hexOf, type NamedPalette } from '../../paletteFiles/palette';
import { formatBytes } from '../../shared/formatBytes';
import { UserError } from '../../shared/userError';
import type { TesseraDocument } from '../document';
import { nameOf } from '../writing/saveTarget';
import { importedPalette } from './importedPalette';
import { PALETTE_USES, paletteUses, type PaletteUse } from './paletteUses';
import { sayFailure } from './sayFailure';
import { keepNames, paletteAtRest } from './writtenPalette';

/** Larger files hold no palette, and are no image that is worth waiting for. */
const MAX_BYTES = 128 << 20;

/**
 * @param given From a keybinding's `args` or another extension: `{ uri, use: "exact" }`, either or both.
 * @returns What was done; `undefined` when nothing was.
 */
export function usePalette(document: TesseraDocument, given?: unknown): Promise<PaletteUse | undefined> {
  return sayFailure(document.log, async () => {
    const { uri = await askForFile(document), use } = givenUse(given);
    return uri && apply(document, await read(uri), nameOf(uri), use);
  });
}

/** A file that was dropped onto the page: its bytes, or where it is. */
export function useDroppedPalette(
  document: TesseraDocument,
  dropped: { name: string; bytes: ArrayBuffer } | { uri: string },
): Promise<PaletteUse | undefined> {
  return sayFailure(document.log, async () => {
    if ('bytes' in dropped) return apply(document, new Uint8Array(dropped.bytes), dropped.name);
    const uri = placeOf(dropped.uri);
    if (!isNear(uri, document.uri)) {
      throw new UserError(
        vscode.l10n.t(
          '“{0}” is outside of the workspace. Open it with “Use Palette From…” instead.',
          nameOf(uri),
        ),
      );
    }
    return apply(document, await read(uri), nameOf(uri));
  });
}

/** Says why what was dropped is not used. */
export function refuseDrop(file: { name: string; byteLength: number } | undefined): void {
  showError(
    file
      ? vscode.l10n.t(
          '“{0}” has {1}, too much to be dropped. Open it with “Use Palette From…” instead.',
          file.name,
          formatBytes(file.byteLength),
        )
      : noFile(),
  );
}

function noFile(): string {
  return vscode.l10n.t('What was dropped is not a file.');
}

/** Without `..`, with which a place could pass for one in the workspace. Throws a `UserError`. */
function placeOf(address: string): vscode.Uri {
  try {
    return vscode.Uri.joinPath(vscode.Uri.parse(address, true), '.');
  } catch (cause) {
    throw new UserError(noFile(), { cause });
  }
}

/** The page names a place; only where the person works anyway is it looked at. */
function isNear(uri: vscode.Uri, image: vscode.Uri): boolean {
  const folder = vscode.Uri.joinPath(image, '..');
  const isBeside = vscode.Uri.joinPath(uri, '..').toString() === folder.toString();
  return isBeside || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

async function askForFile({ uri }: TesseraDocument): Promise<vscode.Uri | undefined> {
  const extensions = PALETTE_FORMATS.filter(({ read }) => read).flatMap((format) => format.extensions);
  const last = extensions.map((extension) => extension.slice(extension.lastIndexOf('.') + 1));
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Use Palette From'),
    openLabel: vscode.l10n.t('Use Palette'),
    defaultUri: vscode.Uri.joinPath(uri, '..'),
    filters: {
      [vscode.l10n.t('Palettes and images')]: [...new Set([...last, 'jpg', 'jpeg'])],
      [vscode.l10n.t('All files')]: ['*'],
    },
  });
  return picked?.[0];
}

async function read(uri: vscode.Uri): Promise<Uint8Array> {
  const name = nameOf(uri);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_BYTES) {
      throw new UserError(vscode.l10n.t('“{0}” has {1}, too much to be read.', name, formatBytes(size)));
    }
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(vscode.l10n.t('“{0}” can’t be read: {1}', name, reason), { cause: error });
  }
}

async function apply(
  document: TesseraDocument,
  bytes: Uint8Array,
  name: string,
  given?: PaletteUse,
): Promise<PaletteUse | undefined> {
  const palette = await importedPalette(document, bytes, name);
  const shown = await paletteAtRest(document);
  const uses = paletteUses(
    document.session.options,
    shown.colors.flatMap(({ sources }) => sources),
    palette.colors.map(({ rgba }) => hexOf(rgba)),
  );
  const use = given ?? (await askForUse(palette, uses));
  if (use === undefined) return undefined;
  const options = uses[use];
  if (!options) throw new UserError(misfit(use, name, palette.colors.length, shown.colors.length));
  keepNames(document, palette.colors);
  document.session.chosen.set(options);
  return use;
}

function misfit(use: PaletteUse, name: string, colors: number, shown: number): string {
  switch (use) {
    case 'exact':
      return vscode.l10n.t('“{0}” holds a single color, and a picture needs two.', name);
    case 'prefer':
      return vscode.l10n.t('“{0}” holds {1} colors, so there is no room for more.', name, colors);
    case 'order':
    case 'luminance':
    case 'nearest':
      return vscode.l10n.t(
        '“{0}” holds {1} colors and the picture {2}; to exchange them, there must be as many.',
        name,
        colors,
        shown,
      );
  }
}

type Uses = ReturnType<typeof paletteUses>;
type UseItem = vscode.QuickPickItem & { use?: PaletteUse };

async function askForUse(palette: NamedPalette, uses: Uses): Promise<PaletteUse | undefined> {
  const offered = PALETTE_USES.filter((use) => uses[use]);
  const items: UseItem[] = [];
  for (const use of offered) {
    const isFirstSwap = use === offered.find((each) => each !== 'exact' && each !== 'prefer');
    if (isFirstSwap) {
      items.push({
        label: vscode.l10n.t('Palette swap'),
        kind: vscode.QuickPickItemKind.Separator,
      });
    }
    items.push({ ...textsOf(use, palette.colors.length, uses[use]?.k ?? 0), use });
  }
  const { name, colors } = palette;
  const picked = await vscode.window.showQuickPick(items, {
    title: plainText(
      colors.length === 1
        ? vscode.l10n.t('Use Palette “{0}”, 1 Color', name)
        : vscode.l10n.t('Use Palette “{0}”, {1} Colors', name, colors.length),
    ),
    placeHolder: vscode.l10n.t('What to do with these colors'),
    ignoreFocusOut: true, // the page or a dialog that is just closing may take the focus
  });
  return picked?.use;
}

function textsOf(use: PaletteUse, colors: number, k: number): vscode.QuickPickItem {
  switch (use) {
    case 'exact':
      return {
        label: `$(lock) ${vscode.l10n.t('Use exactly these colors')}`,
        description:
          k > K_MAX_INDEXED
            ? vscode.l10n.t('{0} colors, all locked; saved as a truecolor PNG', k)
            : vscode.l10n.t('{0} colors, all locked', k),
      };
    case 'prefer':
      return {
        label: `$(add) ${vscode.l10n.t('Prefer these and add more')}`,
        description: vscode.l10n.t('{0} colors, {1} of them from this palette', k, colors),
      };
    case 'order':
      return {
        label: `$(list-ordered) ${vscode.l10n.t('Recolor in order')}`,
        description: vscode.l10n.t('the first becomes the first, and so on'),
      };
    case 'luminance':
      return {
        label: `$(color-mode) ${vscode.l10n.t('Recolor by luminance')}`,
        description: vscode.l10n.t('dark becomes dark, light becomes light'),
      };
    case 'nearest':
      return {
        label: `$(symbol-color) ${vscode.l10n.t('Recolor by likeness')}`,
        description: vscode.l10n.t('each color becomes the nearest that is left'),
      };
  }
}

function givenUse(given: unknown): { uri?: vscode.Uri; use?: PaletteUse } {
  if (typeof given !== 'object' || given === null) return {};
  const uri = 'uri' in given ? given.uri : undefined;
  const wanted = 'use' in given ? given.use : undefined;
  return {
    uri: uri instanceof vscode.Uri ? uri : typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined,
    use: PALETTE_USES.find((use) => use === wanted),
  };
}
