/** Color profiles written for tests, so that libvips can judge how they are read. (ICC.1:2022, clauses 7–10.) */

export type TestCurve =
  { gamma: number } | { samples: readonly number[] } | { parametric: number; parameters: readonly number[] };

export interface TestProfile {
  space: 'RGB ' | 'GRAY' | 'CMYK';
  /** XYZ of red, green and blue, relative to D50. */
  colorants?: readonly (readonly [number, number, number])[];
  curve?: TestCurve;
  version?: 2 | 4;
}

/** Adobe RGB (1998), 4.3.4: adapted to D50. */
export const ADOBE_RGB: TestProfile = {
  space: 'RGB ',
  colorants: [
    [0.60974, 0.31111, 0.01947],
    [0.20528, 0.62567, 0.06087],
    [0.14919, 0.06322, 0.74457],
  ],
  curve: { gamma: 563 / 256 },
};

export const SRGB_COLORANTS: TestProfile['colorants'] = [
  [0.43607, 0.22249, 0.01392],
  [0.38515, 0.71687, 0.09708],
  [0.14307, 0.06061, 0.7141],
];

export function iccProfile({ space, colorants, curve, version = 4 }: TestProfile): Buffer {
  const tags: [name: string, data: Buffer][] = [
    ['desc', version === 4 ? localizedText('test') : description('test')],
    ['cprt', version === 4 ? localizedText('none') : Buffer.from('text\0\0\0\0none\0', 'latin1')],
    ['wtpt', xyz([0.9642, 1, 0.8249])],
  ];
  for (const [i, color] of ['r', 'g', 'b'].entries())
    if (colorants) tags.push([`${color}XYZ`, xyz(colorants[i]!)]);
  if (curve) {
    const names = space === 'GRAY' ? ['kTRC'] : ['rTRC', 'gTRC', 'bTRC'];
    for (const name of names) tags.push([name, curveData(curve)]);
  }
  const header = Buffer.alloc(128);
  header.set([version, version === 4 ? 0x30 : 0x10], 8);
  header.write(`mntr${space}XYZ `, 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  xyz([0.9642, 1, 0.8249]).copy(header, 68, 8);
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length);
  let at = header.length + table.length;
  const contents: Buffer[] = [];
  for (const [i, [name, data]] of tags.entries()) {
    table.write(name, 4 + 12 * i, 'latin1');
    table.writeUInt32BE(at, 8 + 12 * i);
    table.writeUInt32BE(data.length, 12 + 12 * i);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    contents.push(padded);
    at += padded.length;
  }
  const profile = Buffer.concat([header, table, ...contents]);
  profile.writeUInt32BE(profile.length);
  return profile;
}

function xyz(values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), ...values.map(fixed)]);
}

function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
}

function curveData(curve: TestCurve): Buffer {
  if ('parametric' in curve) {
    const head = Buffer.from('para\0\0\0\0\0\0\0\0', 'latin1');
    head.writeUInt16BE(curve.parametric, 8);
    return Buffer.concat([head, ...curve.parameters.map(fixed)]);
  }
  const values = 'gamma' in curve ? [curve.gamma * 256] : curve.samples.map((value) => value * 65535);
  const data = Buffer.alloc(12 + 2 * values.length);
  data.write('curv', 'latin1');
  data.writeUInt32BE(values.length, 8);
  for (const [i, value] of values.entries()) data.writeUInt16BE(Math.round(value), 12 + 2 * i);
  return data;
}

/** The text of version 2. */
function description(text: string): Buffer {
  const data = Buffer.alloc(90 + text.length + 1);
  data.write('desc', 'latin1');
  data.writeUInt32BE(text.length + 1, 8);
  data.write(text, 12, 'latin1');
  return data;
}

/** The text of version 4. */
function localizedText(text: string): Buffer {
  const head = Buffer.alloc(28);
  head.write('mluc', 'latin1');
  head.writeUInt32BE(1, 8);
  head.writeUInt32BE(12, 12);
  head.write('enUS', 16, 'latin1');
  head.writeUInt32BE(2 * text.length, 20);
  head.writeUInt32BE(28, 24);
  return Buffer.concat([head, Buffer.from(text, 'utf16le').swap16()]);
}
