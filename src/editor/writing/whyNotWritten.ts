/** Why a file can't be written, in a sentence: file systems say it in codes, VS Code in the names of its errors. */
import * as l10n from '@vscode/l10n';
import { UserError } from '../../shared/userError';

/** The first pattern found in the error's code, name or words counts. */
const REASONS: readonly (readonly [RegExp, (name: string) => string])[] = [
  [
    /ENOSPC|EDQUOT|no space left|quota/i,
    (name) => l10n.t('“{0}” was not saved: the disk is full. Make room there, or save elsewhere.', name),
  ],
  [
    /EROFS|read-?only/i,
    (name) => l10n.t('“{0}” was not saved: the folder is read-only. Save it to another one.', name),
  ],
  [
    /EACCES|EPERM|NoPermissions|permission/i,
    (name) => l10n.t('“{0}” was not saved: permission denied. Save it to another folder.', name),
  ],
  [/ENAMETOOLONG|name too long/i, (name) => l10n.t('“{0}” was not saved: the name is too long.', name)],
  [
    /EBUSY|ETXTBSY/i,
    (name) =>
      l10n.t('“{0}” was not saved: another program uses it. Close that, or save under another name.', name),
  ],
  [/EISDIR|FileIsADirectory/i, (name) => l10n.t('“{0}” is a folder. Save under another name.', name)],
  [
    /ENOENT|ENOTDIR|EntryNotFound|FileNotFound|FileNotADirectory|EntryNotADirectory/i,
    (name) => l10n.t('“{0}” was not saved: its folder is not there any more. Save it to another one.', name),
  ],
];

/** `name`: of the file that was to be written. What was thrown stays as the `cause`. */
export function whyNotWritten(name: string, cause: unknown): UserError {
  if (cause instanceof UserError) return cause;
  const words = wordsOf(cause);
  const sentence = REASONS.find(([pattern]) => pattern.test(words))?.[1](name);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UserError(sentence ?? l10n.t('“{0}” was not saved: {1}', name, reason), { cause });
}

/** Paths stand in quotes and tell nothing of what is wrong. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return `${code} ${error.name} ${error.message}`.replace(/'[^']*'|"[^"]*"/g, '');
}
