/** The factors that a published indexed time allows, since it was cut or rounded. */
export interface FactorRange {
  readonly low: number
  readonly high: number
}

/** A factor that `count` of some ranges allow, and the range in which they all do. */
interface SharedFactor extends FactorRange {
  readonly factor: number
  readonly count: number
}

/** The factors from a total to an indexed time within the tolerance, all in ms. */
export function factorRange(indexed: number, total: number, tolerance: number): FactorRange {
  return { low: (indexed - tolerance) / total, high: (indexed + tolerance) / total }
}

export function overlaps(a: FactorRange, b: FactorRange): boolean {
  return a.low <= b.high && b.low <= a.high
}

/** The factor that most ranges allow; undefined for no range. */
export function sharedFactor(ranges: readonly FactorRange[]): SharedFactor | undefined {
  const edges = ranges.flatMap(({ low, high }) => [
    { at: low, step: 1 },
    { at: high, step: -1 },
  ])
  edges.sort((a, b) => a.at - b.at || b.step - a.step)
  let best: SharedFactor | undefined
  let count = 0
  for (const [index, { at, step }] of edges.entries()) {
    count += step
    const high = edges[index + 1]?.at
    if (step < 0 || high === undefined || count <= (best?.count ?? 0)) continue
    best = { low: at, high, factor: (at + high) / 2, count }
  }
  return best
}
