import { decodePng } from './decodePicture';
import { PictureLevels } from './pictureLevels';
import type { Size } from './placement';

/** The file of an exact result as a picture: decoded when it comes, closed when it is replaced. */
export class ExactPicture {
  private shown: { png: ArrayBuffer; levels: PictureLevels } | undefined;
  private wanted: ArrayBuffer | undefined;

  /** @param sizeOf Size of the picture that the file may be a smaller copy of. */
  constructor(
    private readonly didChange: () => void,
    private readonly sizeOf: () => Size | undefined = () => undefined,
  ) {}

  get current(): { png: ArrayBuffer; levels: PictureLevels } | undefined {
    return this.shown;
  }

  async show(png: ArrayBuffer): Promise<void> {
    if (this.wanted === png) return;
    this.wanted = png;
    const bitmap = await decodePng(png);
    if (this.wanted !== png) return bitmap.close();
    this.shown?.levels.close();
    this.shown = { png, levels: new PictureLevels(bitmap, this.sizeOf()) };
    this.didChange();
  }

  /** A large picture holds a hundred megabytes. */
  forget(): void {
    this.wanted = undefined;
    this.shown?.levels.close();
    this.shown = undefined;
  }
}
