/** The parts of a trace event that are read. Times in microseconds. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Processor time of the thread, without other programs. */
  readonly tdur?: number
}

export interface UpdateTimes {
  /** For each update, the main thread's time in ms from the frame's arrival until it is painted. */
  readonly untilPainted: readonly number[]
  /** All work of the main thread divided by the number of updates, in ms: ticking ages, fading rows, checks. */
  readonly allIn: number
}

/**
 * The main thread's time for updates. An update begins with the task of its message (the last `paddock:came` before
 * `paddock:shown`) and ends with the task that commits the next frame. Every task between them counts, because each one
 * delays the response to an input.
 */
export function readUpdates(events: readonly TraceEvent[]): UpdateTimes {
  const mark = events.find(({ name }) => name === 'paddock:shown')
  if (!mark) return { untilPainted: [], allIn: Number.NaN }
  const main = events
    .filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid)
    .toSorted((one, other) => one.ts - other.ts)
  const named = (name: string) => main.filter((event) => event.name === name)
  const [tasks, arrivals, commits] = [named('RunTask'), named('paddock:came'), named('Commit')]
  const updates = named('paddock:shown').flatMap((shown) => {
    const arrival = arrivals.findLast(({ ts }) => ts <= shown.ts)
    const commit = commits.find(({ ts }) => ts > shown.ts)
    const first = arrival && tasks.find((task) => holds(task, arrival.ts))
    const last = commit && tasks.find((task) => holds(task, commit.ts))
    return first && last ? [{ from: first.ts, until: last.ts }] : []
  })
  const busy = (from: number, until: number) =>
    tasks.filter(({ ts }) => ts >= from && ts <= until).reduce((sum, task) => sum + (task.tdur ?? task.dur ?? 0), 0) /
    1000
  const [from, until] = [updates[0]?.from ?? 0, tasks.at(-1)?.ts ?? 0]
  return {
    untilPainted: updates.map((update) => busy(update.from, update.until)),
    allIn: updates.length === 0 ? Number.NaN : busy(from, until) / updates.length,
  }
}

function holds({ ts, dur = 0 }: TraceEvent, at: number): boolean {
  return ts <= at && at <= ts + dur
}
