/** “Insert Palette into Active Text Editor”: at its cursor, as its language writes colors. */
import * as vscode from 'vscode';
import { insertionFormat, indented, insertionText } from '../../paletteFiles/insertion';
import { UserError } from '../../shared/userError';
import type { TesseraDocument } from '../document';
import { nameOf } from '../writing/saveTarget';
import type { LastTextEditor } from './lastTextEditor';
import { sayFailure } from './sayFailure';
import { namingFor, paletteAtRest } from './writtenPalette';

/** So much of what stands before the cursor is looked at, in characters. */
const LOOK_BACK = 100_000;

/** @returns Whether something was inserted. */
export async function insertPalette(document: TesseraDocument, last: LastTextEditor): Promise<boolean> {
  const done = await sayFailure(document.log, async () => {
    const editor = last.visible;
    if (!editor) {
      throw new UserError(
        vscode.l10n.t('No text editor is open beside the picture. Open the file that the palette is for.'),
      );
    }
    const palette = await paletteAtRest(document);
    const { document: file, selection, options } = editor;
    const offset = file.offsetAt(selection.start);
    const place = {
      languageId: file.languageId,
      fileName: nameOf(file.uri),
      before: file.getText(
        new vscode.Range(file.positionAt(Math.max(0, offset - LOOK_BACK)), selection.start),
      ),
    };
    const naming = namingFor(document, insertionFormat(place), palette);
    const line = file.lineAt(selection.start.line).text;
    const indentation = /^\s*/.exec(line.slice(0, selection.start.character))?.[0] ?? '';
    const text = indented(insertionText(place, palette, naming), indentation, stepOf(options));
    // VS Code turns line ends into the file's own.
    const isWritten = await editor.edit((edit) => edit.replace(selection, text));
    if (!isWritten) {
      throw new UserError(vscode.l10n.t('“{0}” can’t be edited.', nameOf(file.uri)));
    }
    await vscode.window.showTextDocument(file, { viewColumn: editor.viewColumn });
    return true;
  });
  return done ?? false;
}

function stepOf({ insertSpaces, tabSize }: vscode.TextEditorOptions): string {
  return insertSpaces === false ? '\t' : ' '.repeat(typeof tabSize === 'number' ? tabSize : 2);
}
