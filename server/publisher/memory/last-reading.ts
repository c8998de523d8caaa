/** What a reader found in a file, for the next time that the file is the same. */
export interface LastReading<Found> {
  /** `sources` are texts, or arrays of bytes, of which the same content is the same array. */
  recall(sources: readonly unknown[], read: () => Found): Found
}

/** Holds what was found last. Nothing is held of a reading that throws. */
export function createLastReading<Found>(): LastReading<Found> {
  let last: { readonly sources: readonly unknown[]; readonly found: Found } | undefined
  return {
    recall(sources, read) {
      if (last?.sources.every((source, index) => source === sources[index])) return last.found
      last = undefined
      last = { sources, found: read() }
      return last.found
    },
  }
}
