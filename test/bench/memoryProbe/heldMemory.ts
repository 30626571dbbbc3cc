/** What the probe inside the extension host and the bench outside agree on. */

export const MEMORY_FOLDER_VARIABLE = 'TESSERA_MEMORY_FOLDER';
export const MEMORY_ROUNDS_VARIABLE = 'TESSERA_MEMORY_ROUNDS';

/** Resident memory of the extension host in bytes, with the image open at rest and after it was closed, without garbage. */
export interface HeldMemory {
  open: number;
  closed: number;
}
