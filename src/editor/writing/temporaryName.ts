/** The names of files that stand beside a target for a moment while it is written. */
import * as vscode from 'vscode';

/** What is being written. A process that is killed may leave it behind. */
export function temporaryBeside(target: vscode.Uri): vscode.Uri {
  return besideTarget(target, 'tmp');
}

/** A file that is to be replaced, out of the way. Never to be swept away: it may be all that is left of it. */
export function asideBeside(target: vscode.Uri): vscode.Uri {
  return besideTarget(target, 'old');
}

/** Whether `temporaryBeside` may have given the name. */
export function isTemporaryName(name: string): boolean {
  return /^\.tessera-[0-9a-f]{8}\.tmp$/.test(name);
}

/** A name of its own, as the target's with something behind it could be too long. */
function besideTarget(target: vscode.Uri, ending: string): vscode.Uri {
  return vscode.Uri.joinPath(target, '..', `.tessera-${crypto.randomUUID().slice(0, 8)}.${ending}`);
}
