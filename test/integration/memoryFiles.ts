/** A flat file system in memory, whose operations fail on demand: full disks and read-only folders without one. */
import * as vscode from 'vscode';

export const MEMORY_SCHEME = 'memtest';

type Operation = 'writeFile' | 'rename';

export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  private readonly faults = new Map<Operation, (name: string) => Error | undefined>();
  private meanwhile: (() => void) | undefined;
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private clock = 0;

  uri(name: string): vscode.Uri {
    return vscode.Uri.from({ scheme: MEMORY_SCHEME, path: `/${name}` });
  }

  /** Puts a file there, as some other program would. */
  put(name: string, bytes: Uint8Array): void {
    const uri = this.uri(name);
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.files.set(uri.path, { bytes, mtime: ++this.clock });
    this.changes.fire([{ type, uri }]);
  }

  get(name: string): Uint8Array | undefined {
    return this.files.get(`/${name}`)?.bytes;
  }

  names(): string[] {
    return [...this.files.keys()].map((path) => path.slice(1)).sort();
  }

  /** From now on the operation fails (on some files); writing fails halfway, as on a disk that runs full. */
  failOn(operation: Operation, error: Error, concerns: (name: string) => boolean = () => true): void {
    this.faults.set(operation, (name) => (concerns(name) ? error : undefined));
  }

  /** Once the next file is written: what some other program does just then. */
  afterWriting(act: () => void): void {
    this.meanwhile = act;
  }

  /** Nothing fails any more. */
  recover(): void {
    this.faults.clear();
    this.meanwhile = undefined;
  }

  clear(): void {
    this.files.clear();
    this.recover();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { bytes, mtime } = this.existing(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.byteLength };
  }

  readDirectory(): [string, vscode.FileType][] {
    return this.names().map((name) => [name, vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.existing(uri).bytes;
  }

  writeFile(
    uri: vscode.Uri,
    content: Uint8Array,
    options: { readonly create: boolean; readonly overwrite: boolean },
  ): void {
    const exists = this.files.has(uri.path);
    if (!exists && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (exists && options.create && !options.overwrite) throw vscode.FileSystemError.FileExists(uri);
    const fault = this.faults.get('writeFile')?.(nameOf(uri));
    const bytes = fault ? content.slice(0, content.byteLength / 2) : content.slice();
    this.files.set(uri.path, { bytes, mtime: ++this.clock });
    if (fault) throw fault;
    const { meanwhile } = this;
    this.meanwhile = undefined;
    meanwhile?.();
  }

  rename(from: vscode.Uri, to: vscode.Uri, options: { readonly overwrite: boolean }): void {
    const file = this.existing(from);
    if (this.files.has(to.path) && !options.overwrite) throw vscode.FileSystemError.FileExists(to);
    const fault = this.faults.get('rename')?.(nameOf(from));
    if (fault) throw fault;
    this.files.delete(from.path);
    this.files.set(to.path, file);
  }

  delete(uri: vscode.Uri): void {
    this.existing(uri);
    this.files.delete(uri.path);
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  private existing(uri: vscode.Uri): { bytes: Uint8Array; mtime: number } {
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(1);
}
