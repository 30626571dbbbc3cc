/** What is dropped onto the page, as a message for the host. */
import { MAX_DROPPED_BYTES, type PageMessage } from '../../shared/messages';

/** Where VS Code drags a file of its own, it says where that is. */
const URI_LIST = 'text/uri-list';

/** Whether what is dragged can be a file. Before it is dropped only its types are known. */
export function mayHoldFile({ types }: Pick<DataTransfer, 'types'>): boolean {
  return types.includes('Files') || types.includes(URI_LIST);
}

/** The first file counts. Reads no more of it than can be sent. */
export async function droppedFile(transfer: Pick<DataTransfer, 'files' | 'getData'>): Promise<PageMessage> {
  const uri = firstUri(transfer.getData(URI_LIST)); // a drop's data is gone after the first wait
  const file = transfer.files[0];
  if (file) {
    const { name, size } = file;
    if (size > MAX_DROPPED_BYTES) return { type: 'refuseDrop', file: { name, byteLength: size } };
    try {
      return { type: 'dropFile', name, bytes: await file.arrayBuffer() };
    } catch {
      return { type: 'refuseDrop' }; // a folder, or gone meanwhile
    }
  }
  return uri === undefined ? { type: 'refuseDrop' } : { type: 'dropResource', uri };
}

/** A list has a URI a line, and comments that begin with `#` (RFC 2483). */
function firstUri(list: string): string | undefined {
  return list.split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#'));
}
