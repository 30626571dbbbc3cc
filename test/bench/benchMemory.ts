/** Memory of a reduction beyond the decoded picture, at its highest: measured in a process of its own. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Effort } from '../../src/engine/paletteSearch';
import { createTemporaryFolder } from '../host/temporaryFolder';
import type { BenchImage } from './benchImages';

export interface MemoryResult {
  effort: Effort;
  k: number;
  megapixels: number;
  bytesPerPixel: number;
}

const PROBE = join(__dirname, 'benchMemoryProbe.js');

export function measureMemory({ pixels, megapixels }: BenchImage, k: number): MemoryResult[] {
  const folder = createTemporaryFolder('bench');
  const file = join(folder.path, 'pixels');
  writeFileSync(file, pixels.rgba);
  const results = (['quick', 'rest'] as const).map((effort) => {
    const command = [PROBE, file, pixels.width, pixels.height, k, effort].map(String);
    const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    const bytes = Number(stdout);
    if (!(bytes > 0)) throw new Error(`Memory could not be measured: ${stderr}`);
    return { effort, k, megapixels, bytesPerPixel: bytes / (pixels.width * pixels.height) };
  });
  folder.remove();
  return results;
}
