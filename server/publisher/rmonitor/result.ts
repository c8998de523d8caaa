/** One passing of the finish line. Milliseconds. */
interface Passing {
  /** The time of the lap that it ended; undefined for the first passing after the start and for a missed one. */
  readonly time?: number | undefined
  /** The number of that lap; undefined until the position says it. */
  readonly lap?: number | undefined
}

/** What is known of one competitor in a run. Only laps that were heard are here; `laps` and `total` count all. */
export interface Result {
  readonly position: number | undefined
  readonly laps: number
  /** The time of the last passing since the start, ms. */
  readonly total: number | undefined
  readonly bestPosition: number | undefined
  /** `heard`: the total time of the last passing that was known when the best lap was said. */
  readonly best: { readonly lap: number; readonly time: number; readonly heard: number } | undefined
  /** By total time, which is that of one passing alone. */
  readonly passings: ReadonlyMap<number, Passing>
}

export const noResult: Result = {
  position: undefined,
  laps: 0,
  total: undefined,
  bestPosition: undefined,
  best: undefined,
  passings: new Map(),
}

/** More passings than a record has runs; the earliest go, but for the fastest. */
const mostPassings = 202

/** The result after a passing; the same passing again changes nothing. */
export function addPassing(result: Result, total: number, time: number | undefined): Result {
  const known = result.passings.get(total)
  if (known && known.time === time) return result
  return { ...result, passings: limited(new Map(result.passings).set(total, { ...known, time })) }
}

/**
 * The result after a position. Laps beyond those that it counts were deleted by the timekeepers; a passing whose
 * position is still to come is not one of them.
 */
export function setRace(result: Result, position: number, laps: number, total: number | undefined): Result {
  const { passings } = result
  const isDeleted = ([at, { lap }]: readonly [number, Passing]) => lap !== undefined && lap >= laps && at !== total
  const rest = [...passings].filter((passing) => !isDeleted(passing))
  const isKnown = rest.length === passings.size && (total === undefined || passings.get(total)?.lap === laps)
  if (isKnown && result.position === position && result.laps === laps && result.total === total) return result
  const next = isKnown ? passings : new Map(rest)
  if (!isKnown && total !== undefined) (next as Map<number, Passing>).set(total, { ...passings.get(total), lap: laps })
  // The best lap is said again, after the position.
  const isBestGone = laps < result.laps && (result.best?.lap ?? 0) > laps
  const best = isBestGone ? undefined : result.best
  return { ...result, position, laps, total, best, passings: limited(next) }
}

export function setBest(
  result: Result,
  position: number,
  best: { readonly lap: number; readonly time: number } | undefined,
): Result {
  const heard = Math.max(0, ...result.passings.keys())
  const next = best && { ...best, heard }
  if (result.bestPosition === position && JSON.stringify(result.best) === JSON.stringify(next)) return result
  return { ...result, bestPosition: position, best: next }
}

function limited(passings: ReadonlyMap<number, Passing>): ReadonlyMap<number, Passing> {
  if (passings.size <= mostPassings) return passings
  const inOrder = [...passings].sort(([a], [b]) => a - b)
  const fastest = Math.min(...inOrder.map(([, { time = Number.POSITIVE_INFINITY }]) => time))
  const gone = inOrder.find(([, { time }]) => time !== fastest)
  return new Map(inOrder.filter((one) => one !== gone))
}

/** A lap by its number, from 1. */
export interface Lap {
  readonly number: number
  /** Milliseconds. */
  readonly time: number
  /** The timing software counts a slower lap as the best: this one was taken away. */
  readonly isDeleted: boolean
}

/** The laps whose times are known, in order. A lap that was missed has the time between the passings around it. */
export function lapsOf({ passings, best }: Result): readonly Lap[] {
  const laps = new Map<number, Lap>()
  let before: { readonly number: number; readonly total: number } | undefined
  for (const [total, { time, lap }] of [...passings].sort(([a], [b]) => a - b)) {
    const number: number = lap ?? (before ? before.number + 1 : time === undefined ? 0 : 1)
    const between = before && before.number === number - 1 ? total - before.total : undefined
    const known = time ?? between
    if (known !== undefined && number > 0) {
      laps.set(number, { number, time: known, isDeleted: !!best && total <= best.heard && known < best.time })
    }
    before = { number, total }
  }
  if (best && ![...laps.values()].some(({ time }) => time === best.time)) {
    laps.set(best.lap, { number: best.lap, time: best.time, isDeleted: false })
  }
  return [...laps.values()].sort((a, b) => a.number - b.number)
}
