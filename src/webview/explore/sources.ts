/** The works that the texts of the Explore panel refer to, cited as they are titled, in no language's translation. */
import type { Source } from './explanation';

export const VECTOR_QUANTIZATION: Source = {
  work: 'Gersho, Gray: Vector Quantization and Signal Compression, 1992',
  url: 'https://doi.org/10.1007/978-1-4615-3626-0',
};

export const LEAST_SQUARES_QUANTIZATION: Source = {
  work: 'Lloyd: Least squares quantization in PCM, 1957/1982',
  url: 'https://doi.org/10.1109/TIT.1982.1056489',
};

export const CAREFUL_SEEDING: Source = {
  work: 'Arthur, Vassilvitskii: k-means++: The Advantages of Careful Seeding, 2007',
  url: 'https://dl.acm.org/doi/10.5555/1283383.1283494',
};

export const OKLAB: Source = {
  work: 'Björn Ottosson: A perceptual color space for image processing, 2020',
  url: 'https://bottosson.github.io/posts/oklab/',
};

export const KNEEDLE: Source = {
  work: 'Satopää, Albrecht, Irwin, Raghavan: Finding a “Kneedle” in a Haystack, 2011',
  url: 'https://doi.org/10.1109/ICDCSW.2011.20',
};
