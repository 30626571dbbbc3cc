/** The works that the texts of the Explore panel refer to, cited as they are titled, in no language's translation. */
import type { Source } from './explanation';

export const VECTOR_QUANTIZATION: Source = {
  work: 'Gersho, Gray: Vector Quantization and Signal Compression, 1992',
  url: 'https://doi.org/10.1007/978-1-4615-3626-0',
};
