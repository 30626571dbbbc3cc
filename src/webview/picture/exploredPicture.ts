/** Pictures that the Explore panel puts on the stage. */
import type { Space } from '../../engine/options';
import { ExactPicture } from './exactPicture';
import type { PictureLevels } from './pictureLevels';
import type { Size } from './placement';

/** The original in the colors of a palette (RGBA, 4 bytes a color). */
export interface PalettePainting {
  palette: Uint8Array;
  space: Space;
}

/** The bytes of a PNG file, as large as the original or smaller. */
export interface PngPainting {
  png: ArrayBuffer;
}

export interface ExploredPicture {
  /** Tells a picture from others on the stage, and stays while its painting changes. */
  key: string;
  /** What stands under it. */
  caption: string;
  /** What it shows; painted anew when this is another object. */
  painting: PalettePainting | PngPainting;
  /** What it is compared with. Default: the original. */
  under?: 'original' | 'reduced';
}

/** The decoded files among the pictures on the stage. */
export class ExploredFiles {
  private files = new Map<string, ExactPicture>();

  constructor(
    private readonly didChange: () => void,
    /** Of the picture on the stage. */
    private readonly sizeOf: () => Size | undefined,
  ) {}

  /** Decodes those that are new and frees those that are not shown any more. */
  show(pictures: readonly ExploredPicture[]): void {
    const files = new Map<string, ExactPicture>();
    for (const { key, painting } of pictures) {
      if (!('png' in painting)) continue;
      const file = this.files.get(key) ?? new ExactPicture(this.didChange, this.sizeOf);
      files.set(key, file);
      void file.show(painting.png);
    }
    this.files.forEach((file, key) => {
      if (!files.has(key)) file.forget();
    });
    this.files = files;
  }

  /** The latest decoded file of a picture; while a newer one is decoded, the one before. */
  levelsOf({ key }: ExploredPicture): PictureLevels | undefined {
    return this.files.get(key)?.current?.levels;
  }
}
