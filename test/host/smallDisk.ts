/** Disks that run full or take nothing, where this process may mount them (Linux, as root). */
import { execFileSync } from 'node:child_process';
import { createTemporaryFolder } from './temporaryFolder';

export interface SmallDisk {
  readonly path: string;
  /** From now on nothing can be written there. */
  makeReadOnly(): void;
  remove(): void;
}

/** An empty file system of so many KB in memory; `undefined` where mounting is not allowed. */
export function mountSmallDisk(kilobytes: number): SmallDisk | undefined {
  const folder = createTemporaryFolder('disk');
  const { path } = folder;
  try {
    mount('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path);
  } catch {
    folder.remove();
    return undefined;
  }
  return {
    path,
    makeReadOnly: () => mount('mount', '-o', 'remount,ro', path),
    remove() {
      mount('umount', path);
      folder.remove();
    },
  };
}

function mount(command: string, ...words: string[]): void {
  execFileSync(command, words, { stdio: 'pipe' });
}
