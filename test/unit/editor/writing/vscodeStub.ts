/**
 * What `src/editor/writeFile.ts` needs of VS Code, on Node alone, so that a process that writes can be killed. To be
 * imported before what it stands in for.
 */
import { access, rename, rm, stat, writeFile } from 'node:fs/promises';
import Module from 'node:module';
import { join } from 'node:path';

class Uri {
  readonly scheme = 'file';
  constructor(readonly fsPath: string) {}

  get path(): string {
    return this.fsPath;
  }

  static file(path: string): Uri {
    return new Uri(path);
  }

  static joinPath({ fsPath }: Uri, ...names: string[]): Uri {
    return new Uri(join(fsPath, ...names));
  }
}

class FileSystemError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** As VS Code's own for disks works, but for replacing, which is not to be asked of it. */
const fs = {
  writeFile: ({ fsPath }: Uri, bytes: Uint8Array) => writeFile(fsPath, bytes),
  delete: ({ fsPath }: Uri) => rm(fsPath),
  async stat({ fsPath }: Uri) {
    return { type: (await stat(fsPath)).isDirectory() ? 2 : 1 };
  },
  async rename(from: Uri, to: Uri, { overwrite }: { overwrite: boolean }) {
    if (overwrite) throw new Error('VS Code would delete the target first.');
    if (await isThere(to.fsPath)) throw new FileSystemError('FileExists', `${to.fsPath} is there`);
    await rename(from.fsPath, to.fsPath);
  },
};

export const stub = {
  Uri,
  FileSystemError,
  FileType: { File: 1, Directory: 2 },
  l10n: {
    t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)])),
  },
  workspace: { fs },
};

// Node's own loader has no type for this entry; it is how every tool that stands in for modules does it.
const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
const load = loader._load.bind(loader);
loader._load = (request, ...rest) => (request === 'vscode' ? stub : load(request, ...rest));
