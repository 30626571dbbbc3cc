/** Whether text can be read on a color: WCAG 2.2, relative luminance and contrast ratio. */
import { srgbToLinear } from '../../engine/oklab';
import { colorOfHex } from '../../engine/hexColor';

export interface TextContrast {
  /** The text color that is read better. */
  text: 'black' | 'white';
  /** 1–21. */
  ratio: number;
  /** What that is enough for, as normal text. `large`: only for large text (24 px, or 18.7 px bold). */
  grade: 'AAA' | 'AA' | 'large' | 'none';
}

/** Of black or white text on the color. A translucent color counts as it is over white. */
export function textContrast(hex: string): TextContrast {
  const luminance = relativeLuminance(hex);
  const onBlack = (luminance + 0.05) / 0.05;
  const onWhite = 1.05 / (luminance + 0.05);
  const ratio = Math.max(onBlack, onWhite);
  return {
    text: onWhite > onBlack ? 'white' : 'black',
    ratio,
    grade: ratio >= 7 ? 'AAA' : ratio >= 4.5 ? 'AA' : ratio >= 3 ? 'large' : 'none',
  };
}

function relativeLuminance(hex: string): number {
  const [r, g, b, a] = colorOfHex(hex);
  const [red, green, blue] = [r, g, b].map((channel) => srgbToLinear(((channel * a) / 255 + 255 - a) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
