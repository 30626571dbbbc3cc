/**
 * Faults in a JPEG that its decoder in JavaScript (for CMYK) does not notice: it leaves the rest of the picture blank.
 * MozJPEG finds them itself. (ITU-T T.81, *JPEG*, 1992, annexes B and C.)
 */

const DHT = 0xc4;
const SOS = 0xda;
const EOI = 0xd9;
const DRI = 0xdd;
const RST0 = 0xd0;
const RST7 = 0xd7;
const MAX_SAMPLING = 4;

interface Component {
  id: number;
  /** Sampling factors. */
  h: number;
  v: number;
}

interface Layout {
  width: number;
  height: number;
  components: Component[];
}

/** What is wrong, for a log; `undefined` of a sound file. @param jpeg Whole, one frame. */
export function entropyFault(jpeg: Uint8Array): string | undefined {
  let interval = 0;
  let layout: Layout | undefined;
  for (let at = 2; at + 4 <= jpeg.length;) {
    if (jpeg[at] !== 0xff || isFiller(jpeg[at + 1]!)) {
      at++;
      continue;
    }
    const marker = jpeg[at + 1]!;
    if (marker === EOI) return undefined;
    const data = jpeg.subarray(at + 4, at + 2 + uint16(jpeg, at + 2));
    at += 2 + Math.max(2, uint16(jpeg, at + 2));
    if (marker === DHT && !areHuffmanTables(data)) return 'bogus Huffman table';
    if (marker === DRI) interval = uint16(data, 0);
    if (marker >= 0xc0 && marker <= 0xc2) {
      layout = readLayout(data);
      if (!layout.components.every(({ h, v }) => isSampling(h) && isSampling(v)))
        return 'bogus sampling factors';
    }
    if (marker !== SOS || !layout) continue;
    const expected = interval === 0 ? 0 : Math.ceil(unitsOf(layout, data) / interval) - 1;
    const found = restartsFrom(jpeg, at);
    if (found !== expected) return `unexpected end of a scan: ${found} restarts of ${expected}`;
  }
  return undefined;
}

/** Not the start of a segment: a stuffed 0, a restart or a filling byte. */
function isFiller(marker: number): boolean {
  return marker <= 1 || marker === 0xff || (marker >= RST0 && marker <= RST7);
}

/** Whether codes and values of each table fit their places. */
function areHuffmanTables(data: Uint8Array): boolean {
  for (let at = 0; at < data.length;) {
    if (at + 17 > data.length) return false;
    let codes = 0;
    let free = 1;
    for (let bits = 1; bits <= 16; bits++) {
      const count = data[at + bits]!;
      codes += count;
      free = 2 * free - count;
      if (free < 0) return false;
    }
    at += 17 + codes;
    if (codes > 256 || at > data.length) return false;
  }
  return true;
}

function readLayout(data: Uint8Array): Layout {
  const components: Component[] = [];
  for (let i = 0, at = 6; i < data[5]!; i++, at += 3) {
    components.push({ id: data[at]!, h: data[at + 1]! >> 4, v: data[at + 1]! & 15 });
  }
  return { height: uint16(data, 1), width: uint16(data, 3), components };
}

/** How many units (blocks, or groups of blocks of several components) a scan consists of. */
function unitsOf({ width, height, components }: Layout, scan: Uint8Array): number {
  const [maxH, maxV] = [Math.max(...components.map(({ h }) => h)), Math.max(...components.map(({ v }) => v))];
  const only = scan[0] === 1 ? components.find(({ id }) => id === scan[1]) : undefined;
  const [h, v] = only ? [only.h, only.v] : [1, 1];
  return Math.ceil((width * h) / (8 * maxH)) * Math.ceil((height * v) / (8 * maxV));
}

/** How many restart markers come before the next segment. */
function restartsFrom(jpeg: Uint8Array, start: number): number {
  let count = 0;
  for (let at = jpeg.indexOf(0xff, start); at >= 0; at = jpeg.indexOf(0xff, at + 1)) {
    const marker = jpeg[at + 1] ?? EOI;
    if (marker >= RST0 && marker <= RST7) count++;
    else if (!isFiller(marker)) break;
  }
  return count;
}

function isSampling(factor: number): boolean {
  return factor >= 1 && factor <= MAX_SAMPLING;
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
