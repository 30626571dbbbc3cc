import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './atExit';

export interface TemporaryFolder {
  /** Absolute, without symbolic links (VS Code compares paths as text). */
  readonly path: string;
  remove(): void;
}

/** A new empty folder, or with `source` a copy of that folder. It is gone at the latest when the process ends. */
export function createTemporaryFolder(name: string, source?: string): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `tessera-${name}-`)));
  // A process that was just killed may hold a file for a moment longer (Windows): hence the retries.
  const removeNow = () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const forget = atExit(removeNow);
  if (source !== undefined) {
    cpSync(source, path, { recursive: true });
  }
  return {
    path,
    remove() {
      forget();
      removeNow();
    },
  };
}
