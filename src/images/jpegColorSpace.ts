/** Which color space a JPEG's samples are in: what its ICC profile says, which lies in APP2 segments (ICC.1:2022, B.4). */
import { joinedBytes } from '../shared/joinedBytes';
import { readIccProfile } from './iccProfile';
import { profileParts } from './jpegStructure';
import type { ColorSpace } from './rgbSpace';

/** After “ICC_PROFILE” and 0: the part's number, from 1, and how many there are. */
const PART_NUMBER = 12;
const PART_COUNT = 13;
const PART_START = 14;

/** Without a profile it is sRGB. CMYK counts as unknown in any case: it is converted by a rule of thumb. */
export function jpegColorSpace(jpeg: Uint8Array): ColorSpace {
  const { parts, isCmyk } = profileParts(jpeg);
  if (isCmyk) return 'unknown';
  if (parts.length === 0) return 'srgb';
  const inOrder = [...parts].sort((a, b) => (a[PART_NUMBER] ?? 0) - (b[PART_NUMBER] ?? 0));
  const isWhole = inOrder.every(
    (part, i) => part[PART_NUMBER] === i + 1 && part[PART_COUNT] === parts.length,
  );
  if (!isWhole) return 'unknown';
  const profile = joinedBytes(inOrder.map((part) => part.subarray(PART_START)));
  return readIccProfile(profile) ?? 'unknown';
}
