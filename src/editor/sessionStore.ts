/**
 * Sessions of images, kept by the workspace: by file and content, so that another picture under the same name starts
 * afresh. The images used last are kept, the others forgotten.
 */
import { packSession, unpackSession, type PackedSession, type StoredSession } from './storedSession';
import type { ReduceOptions } from '../engine/options';

/** What is needed of `vscode.Memento`. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

const KEY = 'tessera.sessions';
export const MOST_IMAGES = 100;
/** Changes come in bursts, and every write writes all. */
const WRITE_AFTER_MS = 200;

interface Entry {
  image: string;
  session: unknown;
}

export class SessionStore {
  /** The image used last comes last. */
  private readonly entries: Map<string, unknown>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly memory: Memory,
    private readonly logDefect: (text: string) => void,
  ) {
    this.entries = new Map(readEntries(memory.get(KEY)).map(({ image, session }) => [image, session]));
  }

  /** @param contentHash Of the file's bytes, see `contentHash.ts`. */
  read(uri: string, contentHash: string, defaults: ReduceOptions): StoredSession | undefined {
    const session = this.entries.get(keyOf(uri, contentHash));
    return session === undefined ? undefined : unpackSession(session, defaults);
  }

  keep(uri: string, contentHash: string, session: StoredSession): void {
    const key = keyOf(uri, contentHash);
    this.entries.delete(key);
    this.entries.set(key, packSession(session) satisfies PackedSession);
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= MOST_IMAGES) break;
      this.entries.delete(oldest);
    }
    this.timer ??= setTimeout(() => this.flush(), WRITE_AFTER_MS);
  }

  /** Writes at once what waits to be written. */
  flush(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    const entries = [...this.entries].map(([image, session]): Entry => ({ image, session }));
    this.memory.update(KEY, entries).then(undefined, (error: unknown) => {
      this.logDefect(`The sessions could not be stored: ${String(error)}`);
    });
  }
}

function keyOf(uri: string, contentHash: string): string {
  return `${contentHash} ${uri}`;
}

function readEntries(stored: unknown): Entry[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(
    (entry: unknown): entry is Entry =>
      typeof entry === 'object' && entry !== null && 'image' in entry && typeof entry.image === 'string',
  );
}
