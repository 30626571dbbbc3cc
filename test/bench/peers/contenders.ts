/** All who run, this project's engine first. */
import { ALL_PEERS } from './allPeers';
import type { Contender } from './peer';
import { OURS } from './tessera';

export const CONTENDERS: readonly Contender[] = [...OURS, ...ALL_PEERS];

/** Those that are ready to run, and why the others are not. */
export async function loadContenders(): Promise<{ contenders: Contender[]; absent: string[] }> {
  const contenders: Contender[] = [];
  const absent: string[] = [];
  for (const contender of CONTENDERS) {
    const reason = await contender.load?.();
    if (reason === undefined) contenders.push(contender);
    else absent.push(`${contender.name}: ${reason}`);
  }
  return { contenders, absent };
}
