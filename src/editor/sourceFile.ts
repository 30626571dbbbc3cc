/** Reading the source image, with errors as sentences. */
import * as vscode from 'vscode';
import { UserError } from '../shared/userError';

/** The file's bytes. Rejects with a `UserError`. */
export async function readSource(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    throw new UserError(readFailure(uri, error), { cause: error });
  }
}

function readFailure(uri: vscode.Uri, error: unknown): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  switch (code) {
    case 'FileNotFound':
      return `“${name}” is not there any more. Put it back, then retry.`;
    case 'NoPermissions':
      return `“${name}” can't be read: permission denied.`;
    case 'FileIsADirectory':
      return `“${name}” is a folder, not an image.`;
    default:
      return `“${name}” can't be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
