/** Marks on the browser's performance timeline: what a bench reads to tell how long a person waits. */
export type MarkName =
  | 'tessera:original'
  | 'tessera:slider'
  | 'tessera:painted'
  | 'tessera:rest'
  /** A wheel, drag or key asked for another zoom; the next frame has it in place. */
  | 'tessera:zoom'
  | 'tessera:zoomed'
  /** A round of k-means is to be shown; and a picture of the Explore panel was painted. */
  | 'tessera:round'
  | 'tessera:explored';

/** The timeline keeps every mark; after this many the old ones go, so that a long session does not grow. */
const KEPT_MARKS = 2000;
let marked = 0;

export function mark(name: MarkName, detail?: { k: number }): void {
  if (++marked % KEPT_MARKS === 0) {
    performance.clearMarks();
  }
  performance.mark(name, { detail });
}
