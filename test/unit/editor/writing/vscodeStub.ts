/**
 * What `src/editor/writing` needs of VS Code, on Node alone, so that a process that writes can be killed. To be
 * imported before what it stands in for.
 */
import { access, copyFile, lstat, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
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

  static FileExists({ fsPath }: Uri): FileSystemError {
    return new FileSystemError('FileExists', `${fsPath} is there`);
  }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Of a link, what it leads to as well, if anything. */
async function typeOf(path: string): Promise<number> {
  const isLink = (await lstat(path)).isSymbolicLink();
  if (isLink && !(await isThere(path))) return 64;
  return ((await stat(path)).isDirectory() ? 2 : 1) | (isLink ? 64 : 0);
}

/** As VS Code's own for disks works, but for replacing, which is not to be asked of it. */
const fs = {
  writeFile: ({ fsPath }: Uri, bytes: Uint8Array) => writeFile(fsPath, bytes),
  delete: ({ fsPath }: Uri) => rm(fsPath),
  copy: (from: Uri, to: Uri) => copyFile(from.fsPath, to.fsPath),
  async stat({ fsPath }: Uri) {
    return { type: await typeOf(fsPath), mtime: (await stat(fsPath)).mtimeMs };
  },
  async readDirectory({ fsPath }: Uri) {
    const names = await readdir(fsPath);
    return Promise.all(names.map(async (name) => [name, await typeOf(join(fsPath, name))]));
  },
  async rename(from: Uri, to: Uri, { overwrite }: { overwrite: boolean }) {
    if (overwrite) throw new Error('VS Code would delete the target first.');
    if (await isThere(to.fsPath)) throw FileSystemError.FileExists(to);
    await rename(from.fsPath, to.fsPath);
  },
};

export const stub = {
  Uri,
  FileSystemError,
  FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
  l10n: {
    t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)])),
  },
  workspace: { fs },
};

// Node's own loader has no type for this entry; it is how every tool that stands in for modules does it.
const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
const load = loader._load.bind(loader);
loader._load = (request, ...rest) => (request === 'vscode' ? stub : load(request, ...rest));
