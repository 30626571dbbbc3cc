/** “Save Reduced PNG” and “… As”, for the editor that has the focus. They return the name of the file written. */
import type { TesseraEditorProvider } from '../editor/provider';
import { saveReduced, saveReducedAs } from '../editor/saveReduced';

export async function saveActive({ activeDocument }: TesseraEditorProvider): Promise<string | undefined> {
  return activeDocument && saveReduced(activeDocument);
}

export async function saveActiveAs({ activeDocument }: TesseraEditorProvider): Promise<string | undefined> {
  return activeDocument && saveReducedAs(activeDocument);
}
