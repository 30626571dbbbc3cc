/** Reading the source image, with errors as sentences. */
import * as vscode from 'vscode';
import { contentHash } from './contentHash';
import { UserError } from '../shared/userError';

/** The file's bytes and a name for their content. Rejects with a `UserError`. */
export async function readSource(uri: vscode.Uri): Promise<{ bytes: Uint8Array; contentHash: string }> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { bytes, contentHash: await contentHash(bytes) };
  } catch (error) {
    throw new UserError(readFailure(uri, error), { cause: error });
  }
}

function readFailure(uri: vscode.Uri, error: unknown): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  switch (code) {
    case 'FileNotFound':
      return vscode.l10n.t('“{0}” is not there any more. Put it back, then retry.', name);
    case 'NoPermissions':
      return vscode.l10n.t("“{0}” can't be read: permission denied.", name);
    case 'FileIsADirectory':
      return vscode.l10n.t('“{0}” is a folder, not an image.', name);
    default:
      return vscode.l10n.t(
        "“{0}” can't be read: {1}",
        name,
        error instanceof Error ? error.message : String(error),
      );
  }
}
