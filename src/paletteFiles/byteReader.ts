/** Numbers and texts one after another; never reads past the end, whatever a length field says. */
import * as l10n from '@vscode/l10n';
import type { PaletteFile } from './paletteFile';
import { UserError } from '../shared/userError';

export class ByteReader {
  private readonly view: DataView;
  private readonly end: number;

  /** Reads the file's bytes from `at` up to `end`. */
  constructor(
    private readonly file: PaletteFile,
    public at = 0,
    end = file.bytes.length,
    private readonly isLittleEndian = false,
  ) {
    const { buffer, byteOffset, byteLength } = file.bytes;
    this.view = new DataView(buffer, byteOffset, byteLength);
    this.end = Math.min(end, byteLength);
  }

  /** Bytes left. */
  get left(): number {
    return this.end - this.at;
  }

  u8(): number {
    return this.view.getUint8(this.step(1));
  }

  u16(): number {
    return this.view.getUint16(this.step(2), this.isLittleEndian);
  }

  u32(): number {
    return this.view.getUint32(this.step(4), this.isLittleEndian);
  }

  f32(): number {
    return this.view.getFloat32(this.step(4), this.isLittleEndian);
  }

  /** `length` bytes as Latin-1. */
  ascii(length: number): string {
    const from = this.step(length);
    return String.fromCharCode(...this.file.bytes.subarray(from, from + length));
  }

  /** `units` times 2 bytes, big endian. Ends at the first NUL; what follows it is skipped. */
  utf16(units: number): string {
    const from = this.step(2 * units);
    const text = new TextDecoder('utf-16be').decode(this.file.bytes.subarray(from, from + 2 * units));
    const nul = text.indexOf('\0');
    return nul < 0 ? text : text.slice(0, nul);
  }

  /** A reader of the next `length` bytes, which are skipped here. */
  part(length: number): ByteReader {
    const from = this.step(length);
    return new ByteReader(this.file, from, from + length, this.isLittleEndian);
  }

  private step(length: number): number {
    if (length > this.left) {
      throw new UserError(
        l10n.t(
          '“{0}” is cut off or damaged: it ends before its last color does. Get a complete copy of it.',
          this.file.name,
        ),
      );
    }
    const from = this.at;
    this.at += length;
    return from;
  }
}
