import type { RunStart } from '../../../engine/explore/plainKMeans';
import type { ExploreClient } from '../exploreClient';

/** How a page's player was left, for when its tab is chosen again. */
export interface LeftPlayer {
  /** The person's choice; without one, where the reduction starts. */
  chosen: RunStart | undefined;
  /** What was shown, if anything: the question's key and the round. */
  shown?: { key: string; round: number };
}

const left = new WeakMap<ExploreClient, LeftPlayer>();

export function leavePlayer(client: ExploreClient, player: LeftPlayer): void {
  left.set(client, player);
}

export function leftPlayer(client: ExploreClient): LeftPlayer | undefined {
  return left.get(client);
}
