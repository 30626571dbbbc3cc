import assert from 'node:assert/strict';
import sharp from 'sharp';
import { sniff } from '../../../src/images/sniff';
import { fixture } from './fixture';
import { frameStart } from './jpegFrame';
import { headerData, joinPng, splitPng } from './pngChunks';
import { refusal } from './refusal';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const IDAT = { type: 'IDAT', data: Buffer.alloc(0) };

describe('sniffing an image', () => {
  it('reads kind and size from the header of every supported kind', () => {
    const sizes: [string, string, number, number][] = [
      ['pngsuite/basn2c16.png', 'PNG', 32, 32],
      ['pngsuite/s07i3p02.png', 'PNG', 7, 7],
      ['animated.png', 'APNG', 100, 100],
      ['progressive.jpg', 'JPEG', 650, 470],
      ['gray.jpg', 'JPEG', 512, 512],
      ['cmyk.jpg', 'JPEG', 500, 333],
    ];
    for (const [name, format, width, height] of sizes) {
      const header = sniff(fixture(name), name);
      assert.deepEqual([header.format, header.width, header.height], [format, width, height], name);
    }
  });

  it('needs only the beginning of a file', () => {
    assert.equal(sniff(fixture('progressive.jpg').subarray(0, 700), 'a.jpg').width, 650);
    assert.equal(sniff(fixture('animated.png').subarray(0, 100), 'a.png').format, 'APNG');
  });

  it('gives the size of the upright picture for all eight EXIF orientations', () => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const header = sniff(fixture(`exif/orientation-${orientation}.jpg`), 'photo.jpg');
      assert.deepEqual([header.orientation, header.width, header.height], [orientation, 90, 60]);
    }
  });

  it('does not mistake for an animation a PNG whose acTL chunk follows its data', () => {
    const chunks = splitPng(fixture('animated.png'));
    const control = chunks.filter(({ type }) => type === 'acTL');
    assert.equal(control.length, 1);
    const others = chunks.filter(({ type }) => type !== 'acTL' && type !== 'IEND');
    const late = joinPng([...others, ...control, { type: 'IEND', data: Buffer.alloc(0) }]);
    assert.equal(sniff(late, 'late.png').format, 'PNG');
  });

  it('says what a file really is', async () => {
    const dot = sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } });
    const kinds: [Uint8Array, string][] = [
      [await dot.clone().gif().toBuffer(), 'a GIF image'],
      [await dot.clone().webp().toBuffer(), 'a WebP image'],
      [await dot.clone().tiff().toBuffer(), 'a TIFF image'],
      [await dot.clone().avif().toBuffer(), 'an AVIF image'],
      [latin1('\0\0\0\x18ftypheic\0\0\0\0mif1'), 'a HEIC image'],
      [latin1('BM\x46\0\0\0\0\0\0\0\x36\0\0\0'), 'a BMP image'],
      [latin1('%PDF-1.7\n'), 'a PDF document'],
      [Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'an SVG image'],
      [Buffer.from('<!DOCTYPE html><title>404</title>'), 'a web page'],
      [Buffer.from('Grüße,\nBMW'), 'a text file'],
      [Buffer.from('BMW is not a bitmap'), 'a text file'],
    ];
    for (const [bytes, kind] of kinds) {
      assert.equal(
        await refusal(() => sniff(bytes, 'x.png')),
        `“x.png” is really ${kind}; Tessera reads PNG and JPEG.`,
      );
    }
  });

  it('tells a Git LFS pointer from other text, and how to get the image', async () => {
    const pointer = Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n');
    assert.match(await refusal(() => sniff(pointer, 'x.png')), /Git LFS pointer.*git lfs pull/);
  });

  it('has a sentence of its own for each way a header can be wrong', async () => {
    const header = (width: number, height: number, depth?: number): Buffer =>
      joinPng([{ type: 'IHDR', data: headerData(width, height, depth) }, IDAT]);
    const flat = Buffer.from(fixture('gray.jpg'));
    flat.writeUInt16BE(0, frameStart(flat) + 5);
    const wrong: [Uint8Array, RegExp][] = [
      [Buffer.alloc(0), /is empty/],
      [Buffer.from([0, 1, 2, 3, 250, 251]), /not an image Tessera knows/],
      [fixture('pngsuite/basn2c08.png').subarray(0, 20), /is cut off: the file ends within its header/],
      [fixture('pngsuite/basn2c08.png').subarray(0, 5), /first bytes are altered or missing/],
      [fixture('gray.jpg').subarray(0, 60), /ends before it says how large/],
      [fixture('corrupt-header.jpg'), /ends before it says how large/],
      [header(0, 5), /0 × 5 pixels, which no image can have/],
      [header(0xffffffff, 1), /4294967295 × 1 pixels, which no image can have/],
      [header(8, 8, 4), /color type 2 with 4 bits/],
      [flat, /512 × 0 pixels, which no image can have/],
      [joinPng([IDAT, { type: 'IHDR', data: headerData(1, 1) }]), /first chunk is not a PNG header/],
    ];
    for (const [bytes, sentence] of wrong) {
      assert.match(await refusal(() => sniff(bytes, 'x.png')), sentence);
    }
  });

  it('names the kinds of JPEG that cannot be decoded', async () => {
    const withFrame = (marker: number, precision = 8): Buffer => {
      const jpeg = Buffer.from(fixture('gray.jpg'));
      const frame = frameStart(jpeg);
      jpeg.set([0xff, marker], frame);
      jpeg[frame + 4] = precision;
      return jpeg;
    };
    const kinds: [Uint8Array, string][] = [
      [fixture('lossless.jpg'), 'a lossless JPEG'],
      [withFrame(0xc1, 12), 'a 12-bit JPEG'],
      [withFrame(0xc9), 'an arithmetic-coded JPEG'],
      [withFrame(0xc5), 'a hierarchical JPEG'],
    ];
    for (const [bytes, kind] of kinds) {
      const sentence = await refusal(() => sniff(bytes, 'x.jpg'));
      assert.ok(sentence.startsWith(`“x.jpg” is ${kind}, which Tessera cannot read.`), sentence);
    }
  });
});
