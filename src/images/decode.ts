import { createJimp } from '@jimp/core';
import * as l10n from '@vscode/l10n';
import type { Pixels } from '../engine/pixels';
import { formatNumber } from '../shared/localization';
import { UserError } from '../shared/userError';
import { isNearlySrgb } from './convertToSrgb';
import { damageNotices } from './damageNotices';
import { decodeFailure } from './decodeFailure';
import type { ImageFormat, ImageHeader } from './imageHeader';
import { apng, asBuffer, jpeg, png, type DecodeOptions } from './jimpFormats';
import { jpegColorSpace } from './jpegColorSpace';
import { wholeJpeg } from './jpegStructure';
import { pngColorSpace } from './pngColorSpace';
import { wholePng } from './pngStructure';
import { sniff } from './sniff';
import { turnUpright } from './upright';

export interface DecodedImage extends Pixels {
  format: ImageFormat;
  /** Whether the samples are others than in the file, for that is in another color space than sRGB. */
  isConverted: boolean;
  /** Sentences for the person: what may make the picture look other than it was meant. */
  notices: string[];
}

export interface DecodeLimits {
  /** Images over it are not decoded. Setting `tessera.limits.maxMegapixels`; 1 megapixel is 1,000,000 pixels. */
  maxMegapixels: number;
}

const Jimp = createJimp({ formats: [png, apng, jpeg] });

/**
 * Decodes a PNG (APNG: its default picture) or JPEG, by content, turned upright as its EXIF orientation says.
 *
 * Samples are sRGB: color spaces made of primaries and curves (ICC profiles, cICP, gAMA with cHRM) are converted, as
 * browsers do; what else a file says of its colors is not applied, and a notice says so. 16 bits are rounded to 8, grays
 * spread to RGB. CMYK is converted without its profile.
 *
 * `rgba` is a plain `Uint8Array` (not a `Buffer`) that fills an ArrayBuffer of its own from its first byte to
 * its last, so that buffer may be transferred to another thread. Large pictures are not copied to get there.
 *
 * @param bytes The whole file. Not changed.
 * @param name What the file is called in error messages.
 * @throws UserError for anything that is not a whole, sound PNG or JPEG within the limits; `cause` is the
 *   decoder's own error where there is one. Nothing half decoded is ever returned.
 */
export async function decodeImage(
  bytes: Uint8Array,
  name: string,
  limits: DecodeLimits,
): Promise<DecodedImage> {
  const header = sniff(bytes, name);
  refuseTooLarge(header, name, limits);
  const whole = header.format === 'JPEG' ? wholeJpeg(bytes, name) : wholePng(bytes, name);
  try {
    const complaints: string[] = [];
    const space = header.format === 'JPEG' ? jpegColorSpace(whole) : await pngColorSpace(whole);
    const isConverted = typeof space === 'object' && !isNearlySrgb(space);
    const options: DecodeOptions = {
      ...(isConverted ? { space } : {}),
      onDidComplain: (complaint) => complaints.push(complaint),
    };
    const { bitmap } = await Jimp.fromBuffer(asBuffer(whole), {
      'image/png': options,
      'image/apng': options,
      'image/jpeg': options,
    });
    const { width, height } = bitmap;
    if (width !== header.storedWidth || height !== header.storedHeight) {
      throw new Error(
        `decoded ${width} × ${height} pixels, the header says ${header.storedWidth} × ${header.storedHeight}`,
      );
    }
    const stored = { width, height, rgba: ownMemory(bitmap.data) };
    const notices = damageNotices(whole, name, complaints);
    if (space === 'unknown') notices.push(unknownColorsNotice(name));
    return { ...turnUpright(stored, header.orientation), format: header.format, isConverted, notices };
  } catch (error) {
    throw decodeFailure(name, error);
  }
}

function unknownColorsNotice(name: string): string {
  return l10n.t(
    'The color profile of “{0}” (CMYK, HDR, or made of tables) is not applied: colors may differ a little from what other programs show.',
    name,
  );
}

function refuseTooLarge({ width, height }: ImageHeader, name: string, { maxMegapixels }: DecodeLimits): void {
  if (width * height <= maxMegapixels * 1e6) return;
  const megapixels = (width * height) / 1e6;
  throw new UserError(
    l10n.t(
      '“{0}” has {1} × {2} pixels ({3} megapixels), more than the {4} megapixels that the setting tessera.limits.maxMegapixels allows.',
      name,
      width,
      height,
      formatNumber(megapixels, megapixels < 10 ? 1 : 0),
      maxMegapixels,
    ),
  );
}

/** Node puts small buffers into a pool that they share; only those are copied out. */
function ownMemory(data: Buffer): Uint8Array {
  return data.byteLength === data.buffer.byteLength ? new Uint8Array(data.buffer) : new Uint8Array(data);
}
