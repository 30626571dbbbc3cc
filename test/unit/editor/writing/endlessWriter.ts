/** A process that replaces one file over and over until it is killed: `editor|cli`, and the file's path. */
import './vscodeStub';
import * as vscode from 'vscode';
import { writeNewFile } from '../../../../src/editor/writing/writeFile';
import { writeOutput } from '../../../../src/cli/files';

const BYTES = 3_000_000;
const [writer, path = ''] = process.argv.slice(2);

async function write(bytes: Uint8Array): Promise<void> {
  if (writer === 'cli') await writeOutput(path, bytes, true);
  else await writeNewFile(vscode.workspace.fs, vscode.Uri.file(path), bytes, true);
}

void (async () => {
  for (let value = 0; ; value++) {
    await write(new Uint8Array(BYTES).fill(value));
    if (value === 0) process.stdout.write('writing\n');
  }
})();
