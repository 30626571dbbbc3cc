/** The views of the Explore panel, in the order of their tabs. */
export const EXPLORE_VIEW_IDS = [
  'convergence',
  'starts',
  'curve',
  'cloud',
  'segments',
  'lowRank',
  'storage',
] as const;
export type ExploreViewId = (typeof EXPLORE_VIEW_IDS)[number];
