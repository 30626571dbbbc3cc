/**
 * The message with another value at one of its places, or with a place more.
 *
 * @param at Which place: any natural number.
 * @param adds Whether the value is added and not exchanged.
 */
export function changedAt(message: unknown, at: number, value: unknown, adds: boolean): unknown {
  if (typeof message !== 'object' || message === null || message instanceof ArrayBuffer) return value;
  // A list is changed by its indices, like any object by its keys.
  const copy = (Array.isArray(message) ? [...(message as unknown[])] : { ...message }) as Record<
    string,
    unknown
  >;
  const keys = Object.keys(copy);
  const key = keys[at % keys.length];
  if (key === undefined) return value;
  if (adds) copy[`extra${at}`] = value;
  else copy[key] = changedAt(copy[key], Math.floor(at / keys.length), value, adds);
  return copy;
}
