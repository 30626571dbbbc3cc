/** What the probe inside the extension host and the bench outside say to each other: lines of JSON over a socket. */

/** The folder with the images. */
export const TEN_FOLDER_VARIABLE = 'TESSERA_TEN_FOLDER';

/** From the bench. Each is answered once, with `Held`, when it is done. */
export type Order =
  /** Opens all at once, in tabs of a group; `isBeside`: of a second group, the first keeping the focus. */
  | { do: 'open'; names: string[]; isBeside: boolean }
  /** Waits until each of them rests. */
  | { do: 'rest'; names: string[] }
  /** Closes all editors and waits until the worker is gone. */
  | { do: 'close' };

export interface Held {
  /** How long it took, ms. */
  duration: number;
  /** Resident memory of the extension host in bytes: now (after a collection of garbage), and at most so far. */
  resident: number;
  peak: number;
  /** Of that, in buffers that the host itself still holds. */
  buffers: number;
  /** Worker threads that run, of any extension. */
  workers: number;
}
