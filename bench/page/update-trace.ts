/** The parts of a trace event that are read. Times in microseconds. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Processor time of the thread: without what other programs took meanwhile. */
  readonly tdur?: number
}

export interface UpdateTimes {
  /** For each update, the main thread's time in ms from the frame's arrival until it is painted. */
  readonly untilPainted: readonly number[]
  /** The main thread's time per update in ms for all that it did meanwhile: ages that tick, rows that fade, checks. */
  readonly allIn: number
}

/**
 * What updates cost the main thread. An update begins with the task in which its message came from the network (the
 * last `paddock:came` before the page said `paddock:shown`), and ends with the task that commits the frame after that.
 * Every task between the two counts, whatever it did: all of them keep the reader's finger waiting.
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
