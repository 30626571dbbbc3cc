/** Numbers and texts one after another, as bytes. */

export class ByteWriter {
  private readonly bytes: number[] = [];

  constructor(private readonly isLittleEndian = false) {}

  u8(...values: number[]): this {
    this.bytes.push(...values);
    return this;
  }

  u16(...values: number[]): this {
    for (const value of values) this.number(2, (view) => view.setUint16(0, value, this.isLittleEndian));
    return this;
  }

  u32(value: number): this {
    return this.number(4, (view) => view.setUint32(0, value, this.isLittleEndian));
  }

  f32(value: number): this {
    return this.number(4, (view) => view.setFloat32(0, value, this.isLittleEndian));
  }

  /** Characters up to U+00FF, a byte each. */
  ascii(text: string): this {
    for (let i = 0; i < text.length; i++) this.bytes.push(text.charCodeAt(i));
    return this;
  }

  /** Two bytes a UTF-16 unit, big endian, and a NUL after them. */
  utf16(text: string): this {
    for (let i = 0; i < text.length; i++) this.u16(text.charCodeAt(i));
    return this.u16(0);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  private number(size: number, set: (view: DataView) => void): this {
    const bytes = new Uint8Array(size);
    set(new DataView(bytes.buffer));
    this.bytes.push(...bytes);
    return this;
  }
}
