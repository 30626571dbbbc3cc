/** What there is to translate, and what was translated. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../host/projectRoot';

export const LANGUAGES = ['zh-cn'];

/** Texts by their keys. */
export type Bundle = Readonly<Record<string, string>>;

export function readBundle(...path: string[]): Bundle {
  // Only texts stand in these files, and what is not one fails the comparison.
  return JSON.parse(readFileSync(join(projectRoot, ...path), 'utf8')) as Bundle;
}

export interface SourceFile {
  /** Path below `src`, with slashes. */
  path: string;
  text: string;
}

export function sourceFiles(): SourceFile[] {
  return readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      path: file.replaceAll('\\', '/'),
      text: readFileSync(join(projectRoot, 'src', file), 'utf8'),
    }));
}

/** `{0}`, `${k}`, links, bold words and code: what a translation must keep, sorted. */
export function fixedParts(text: string): string[] {
  return (text.match(/\$?\{\w+\}|\(command:[\w.]+\)|\*\*|`/g) ?? []).sort();
}

/** Texts that are the same everywhere: names of figures and of a key. */
const SAME_EVERYWHERE = ['PSNR', 'SSIM', 'MSE', 'Delete'];

/** Keys whose text is no Chinese. */
export function untranslated(bundle: Bundle): string[] {
  return Object.entries(bundle)
    .filter(([, text]) => !/\p{Script=Han}/u.test(text.replaceAll(/\{\d\}/g, '')))
    .filter(([key, text]) => !SAME_EVERYWHERE.includes(text) && /\p{L}/u.test(key))
    .map(([key]) => key);
}
