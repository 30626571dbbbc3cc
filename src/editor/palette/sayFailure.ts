import * as vscode from 'vscode';
import { Cancelled } from '../../engine/steps';
import { UserError } from '../../shared/userError';
import { showError } from '../notify';
import type { PrivateLog } from '../privateLog';

/** Does it; what goes wrong is said in a sentence and logged, and gives `undefined`. */
export async function sayFailure<T>(
  log: PrivateLog,
  action: () => Promise<T | undefined>,
): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    log.failure(error);
    const reason = error instanceof Error ? error.message : String(error);
    showError(error instanceof UserError ? reason : vscode.l10n.t('Not done: {0}', reason));
    return undefined;
  }
}
