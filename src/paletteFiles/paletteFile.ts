/** A file to read a palette from: its bytes, its text where it is one, and the sentences about what is wrong with it. */
import * as l10n from '@vscode/l10n';
import { UserError } from '../shared/userError';
import { decodeText } from './decodeText';
import { parseJson } from './parseJson';

export class PaletteFile {
  private decoded: { text: string | undefined } | undefined;
  private parsed: { value: unknown } | undefined;

  /** @param name The file's name without folder, for sentences and as a hint of its format. */
  constructor(
    readonly bytes: Uint8Array,
    readonly name: string,
  ) {}

  /** In lower case, without the dot; empty when there is none. */
  get extension(): string {
    return /\.([^.]+)$/.exec(this.name)?.[1]?.toLowerCase() ?? '';
  }

  /** The name without its extension, or both of `.tokens.json`. */
  get stem(): string {
    return this.name.replace(/(?!^)(\.tokens)?\.[^.]*$/i, '');
  }

  /** `undefined` when the file is not a text. */
  get text(): string | undefined {
    this.decoded ??= { text: decodeText(this.bytes) };
    return this.decoded.text;
  }

  /** What the file holds as JSON; `undefined` when it is no JSON or too deeply nested. */
  get json(): unknown {
    this.parsed ??= { value: this.text === undefined ? undefined : parseJson(this.text) };
    return this.parsed.value;
  }

  /** Whether the bytes start with this text (Latin-1), from `at` on. */
  startsWith(text: string, at = 0): boolean {
    for (let i = 0; i < text.length; i++) if (this.bytes[at + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** @param what A clause, translated: “a color lacks its blue value”. */
  damaged(what: string): UserError {
    return new UserError(
      l10n.t('“{0}” is damaged: {1}. Get a fresh copy of it, or export it again.', this.name, what),
    );
  }
}
