import { seededRandom } from '../seeded-random.ts'
import type { TimedLine } from './timed-line.ts'

/** A kart at the end of a session, as the feed says it. Times in ms. */
interface Finisher {
  readonly id: string
  readonly number: string
  readonly laps: number
  readonly total: number
  readonly best: number
}

/** A session of a timing system that serves RMonitor: what it sends, and the positions at its end. */
export interface MadeUpSession {
  readonly lines: readonly TimedLine[]
  /** What a connection gets first, at the begin. */
  readonly dump: readonly string[]
  readonly finishers: readonly Finisher[]
}

interface Kart {
  readonly id: string
  readonly pace: number
  laps: number
  total: number
  best: number
  bestLap: number
}

interface Settings {
  readonly seed: number
  readonly karts: readonly Entrant[]
  /** Seconds. */
  readonly duration: number
  readonly run: { readonly id: string; readonly name: string }
  /** Seconds of a lap of the fastest kart. */
  readonly lap: number
}

interface Entrant {
  readonly id: string
  readonly number: string
  readonly firstName: string
  readonly lastName: string
  readonly className: string
}

/** Times of day are counted from here: 14:00. */
const startOfDay = 14 * 3_600_000

/** Drives a session, the same for the same settings. Each kart ends with the lap in which the time runs out. */
export function driveSession({ seed, karts: entrants, duration, run, lap }: Settings): MadeUpSession {
  const random = seededRandom(seed)
  const karts = entrants.map(({ id }, index): Kart => {
    return { id, pace: lap * 1000 * (1 + index / 150 + random() / 100), laps: 0, total: 0, best: 0, bestLap: 0 }
  })
  const classes = [...new Set(entrants.map(({ className }) => className))]
  const dump = [
    ...karts.map(({ id }, index) => `$H,${index + 1},"${id}",0,"00:00:00.000"`),
    ...karts.map(({ id }, index) => `$G,${index + 1},"${id}",,"00:00:00.000"`),
    `$B,${run.id},"${run.name}"`,
    ...entrants.map((one, index) => {
      return `$A,"${one.id}","${one.number}",${4000 + index},"${one.firstName}","${one.lastName}","NZL",${classes.indexOf(one.className) + 1}`
    }),
    ...entrants.map((one) => {
      return `$COMP,"${one.id}","${one.number}",${classes.indexOf(one.className) + 1},"${one.firstName}","${one.lastName}","NZL",""`
    }),
    ...classes.map((name, index) => `$C,${index + 1},"${name}"`),
    '$E,"TRACKNAME","Harbour Circuit"',
    '$E,"TRACKLENGTH","0.840"',
  ]
  const lines: TimedLine[] = dump.map((line) => ({ at: 0, line }))
  const start = 3000
  const passings = karts
    .flatMap((kart, index) => passingsOf(kart, 900 + index * 130 + Math.floor(random() * 60), duration * 1000, random))
    .sort((a, b) => a.total - b.total)
  for (const { kart, total, time } of passings) {
    const at = start + total
    const before = inRaceOrder(karts)
    const beforeBest = inBestOrder(karts)
    kart.total = total
    if (time !== undefined) {
      kart.laps += 1
      if (kart.best === 0 || time < kart.best) Object.assign(kart, { best: time, bestLap: kart.laps })
    }
    const send = (line: string) => lines.push({ at, line })
    send(`$J,"${kart.id}","${clock(time ?? 0)}","${clock(total)}"`)
    sendMoved(before, inRaceOrder(karts), kart, (one, place) =>
      send(`$G,${place},"${one.id}",${one.laps || ''},"${clock(one.total)}"`),
    )
    sendMoved(beforeBest, inBestOrder(karts), kart, (one, place) =>
      send(`$H,${place},"${one.id}",${one.bestLap},"${clock(one.best)}"`),
    )
  }
  const end = start + Math.max(...passings.map(({ total }) => total)) + 3000
  for (let at = 0; at <= end; at += 1000) lines.push({ at, line: heartbeat(at, start, duration * 1000) })
  return {
    lines: lines.map((one, index) => ({ ...one, index })).sort((a, b) => a.at - b.at || a.index - b.index),
    dump,
    finishers: inRaceOrder(karts).map(({ id, laps, total, best }) => {
      return { id, number: entrants.find((one) => one.id === id)?.number ?? '', laps, total, best }
    }),
  }
}

interface DrivenPassing {
  readonly kart: Kart
  readonly total: number
  /** Undefined where the start line is crossed for the first time. */
  readonly time: number | undefined
}

function passingsOf(kart: Kart, first: number, duration: number, random: () => number): DrivenPassing[] {
  const passings: DrivenPassing[] = [{ kart, total: first, time: undefined }]
  for (let total = first; total < duration; ) {
    const time = Math.floor(kart.pace * (0.99 + random() / 25))
    total += time
    passings.push({ kart, total, time })
  }
  return passings
}

/** Sends the position of the kart that passed, then those that changed by it. */
function sendMoved(
  before: readonly Kart[],
  after: readonly Kart[],
  kart: Kart,
  send: (kart: Kart, place: number) => void,
): void {
  send(kart, after.indexOf(kart) + 1)
  for (const [index, one] of after.entries()) if (one !== kart && before[index] !== one) send(one, index + 1)
}

function inRaceOrder(karts: readonly Kart[]): readonly Kart[] {
  const last = Number.POSITIVE_INFINITY
  return [...karts].sort((a, b) => b.laps - a.laps || (a.total || last) - (b.total || last) || 0)
}

function inBestOrder(karts: readonly Kart[]): readonly Kart[] {
  const last = Number.POSITIVE_INFINITY
  return [...karts].sort((a, b) => (a.best || last) - (b.best || last) || 0)
}

function heartbeat(at: number, start: number, duration: number): string {
  const raced = Math.max(0, at - start)
  const left = Math.max(0, duration - raced)
  const flag = at < start ? '' : left > 0 ? 'Green' : 'Finish'
  const [day, race] = [seconds(startOfDay + at), seconds(raced)]
  return `$F,9999,"${seconds(left)}","${day}","${race}","${flag.padEnd(6)}"`
}

function seconds(milliseconds: number): string {
  return clock(milliseconds).slice(0, 8)
}

function clock(milliseconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const rest = String(milliseconds % 1000).padStart(3, '0')
  return `${two(milliseconds / 3_600_000)}:${two((milliseconds / 60_000) % 60)}:${two((milliseconds / 1000) % 60)}.${rest}`
}
