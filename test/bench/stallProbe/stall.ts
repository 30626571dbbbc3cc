/** What the probe inside the extension host and the bench outside say to each other: lines over a socket. */

/** Number of the port on 127.0.0.1 where the bench waits for the probe. */
export const PROBE_PORT_VARIABLE = 'TESSERA_PROBE_PORT';

/** From the bench: begin measuring, and end and tell. */
export const START = 'start';
export const STOP = 'stop';

/** The probe's answer to `STOP`, as JSON. Times in ms. */
export interface Stall {
  /** The longest time between two turns of the event loop, where the probe's timer asks for one every ms. */
  longest: number;
  /** The longest such time without what the thread waited for a processor meanwhile. */
  longestOwn: number;
  percentile99: number;
  /** Share of the time that the event loop was busy, 0–1. */
  utilization: number;
  duration: number;
}
