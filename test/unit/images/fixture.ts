import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of test/fixtures. Tests run from the repository's root. */
export function fixture(name: string): Buffer {
  return readFileSync(join('test', 'fixtures', name));
}
