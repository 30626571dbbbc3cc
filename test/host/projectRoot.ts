import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout this compiled file lies in: the nearest folder above it that holds a package.json. */
export const projectRoot = findProjectRoot(__dirname);

function findProjectRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) {
    return folder;
  }
  const parent = dirname(folder);
  if (parent === folder) {
    throw new Error(`No package.json above ${__dirname}.`);
  }
  return findProjectRoot(parent);
}
