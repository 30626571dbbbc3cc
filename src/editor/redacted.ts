/** Names in sentences stand in these quotes, which a name may hold itself; paths in messages of the system in those. */
const QUOTED = /“[^”]*”(?:[^“]*”)*/g;
const QUOTED_PATH = /'(?:\/|[A-Za-z]:\\).*'/g;
/** An absolute path, on any system or as a URI. Folders and names may hold spaces: better too much is left out. */
const PATH =
  /(?:[\w+.-]{2,}:\/{1,3}|(?:[A-Za-z]:\\|(?<![\w.])\/)(?=[^\n/\\]+[/\\]))(?:[^\n/\\:()'"]+[/\\])*([^\n/\\:()'"]*)/g;

/** A line for a log that may be shown to others: without the names of files and folders, but for scripts in stacks. */
export function redacted(text: string): string {
  return text
    .replace(QUOTED, '“…”')
    .replace(QUOTED_PATH, '…')
    .replace(PATH, (_, name: string) => (name.endsWith('.js') ? `…/${name}` : '…'));
}
