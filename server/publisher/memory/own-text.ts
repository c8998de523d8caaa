/**
 * A copy of a part of a text that does not hold the whole in memory: the engine keeps a part as a reference to its
 * whole. For what outlives the text.
 */
export function ownText(part: string): string {
  return ` ${part}`.slice(1)
}
