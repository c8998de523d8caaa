import { percentileOfSorted } from '../figures/percentile.ts'

/** Milliseconds. */
export interface Latencies {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  /** How many: versions times clients, when none is missing. */
  readonly count: number
}

/** When something happened to a version, by the monotonic clock in ms. */
export type Stamps = readonly (readonly [version: number, at: number])[]

/** When clients got versions. A client that gets several versions at once gets each of them then. */
export interface Arrivals {
  /** A client went from one version to another. */
  add(before: number, after: number, at: number): void
  /** The times from the stamps to the arrivals; undefined without any. */
  latencies(stamps: Stamps): Latencies | undefined
  clear(): void
}

export function createArrivals(): Arrivals {
  // Triples in one array: there are hundreds of thousands of them.
  let numbers = new Float64Array(3 * 4096)
  let used = 0

  return {
    add(before, after, at) {
      if (used === numbers.length) {
        const larger = new Float64Array(2 * numbers.length)
        larger.set(numbers)
        numbers = larger
      }
      numbers.set([before, after, at], used)
      used += 3
    },
    latencies(stamps) {
      const found: number[] = []
      for (let index = 0; index < used; index += 3) {
        const [before = 0, after = 0, at = 0] = numbers.subarray(index, index + 3)
        for (const [version, began] of stamps) if (version > before && version <= after) found.push(at - began)
      }
      return found.length === 0 ? undefined : latenciesOf(Float64Array.from(found).sort())
    },
    clear() {
      used = 0
    },
  }
}

function latenciesOf(sorted: Float64Array): Latencies {
  const at = (share: number) => percentileOfSorted(sorted, share)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), count: sorted.length }
}
