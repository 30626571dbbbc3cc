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

export const NMF_PARTS: Source = {
  work: 'Lee, Seung: Learning the parts of objects by non-negative matrix factorization, 1999',
  url: 'https://doi.org/10.1038/44565',
};

export const NMF_ALGORITHMS: Source = {
  work: 'Lee, Seung: Algorithms for non-negative matrix factorization, 2001',
  url: 'https://papers.nips.cc/paper/1861-algorithms-for-non-negative-matrix-factorization',
};

export const NMF_ACCELERATED: Source = {
  work: 'Gillis, Glineur: Accelerated multiplicative updates and hierarchical ALS algorithms for nonnegative matrix factorization, 2012',
  url: 'https://doi.org/10.1162/NECO_a_00256',
};

export const CONNECTED_COMPONENTS: Source = {
  work: 'Rosenfeld, Pfaltz: Sequential operations in digital picture processing, 1966',
  url: 'https://doi.org/10.1145/321356.321357',
};
