import { readClockTime } from './clock-time.ts'
import { splitFields } from './fields.ts'

/** The name, number and class of a competitor. Texts may be empty. */
export interface Competitor {
  readonly number: string
  readonly firstName: string
  readonly lastName: string
  readonly nationality: string
  readonly classId: string
  readonly transponder: string
  readonly additional: string
}

/** Flag and laps to go; the clocks in the same line are not kept, since they change every second. */
export interface Clock {
  /** `Green`, `Yellow`, `Red`, `Finish` as a rule, or empty. */
  readonly flag: string
  readonly lapsToGo: number | undefined
}

/** What one line says. `id` is the registration number of a competitor; times are in milliseconds. */
export type Message =
  /** $A, or $COMP, which has an additional text instead of the transponder. */
  | { readonly kind: 'competitor'; readonly id: string; readonly of: 'A' | 'COMP'; readonly competitor: Competitor }
  /** $B. Undefined between two runs. */
  | { readonly kind: 'run'; readonly id: string | undefined; readonly name: string }
  /** $C */
  | { readonly kind: 'class'; readonly id: string; readonly name: string }
  /** $E, of which the name of the track alone is kept. */
  | { readonly kind: 'track'; readonly name: string }
  /** $F. The time of day is in ms since midnight, undefined where none is said. */
  | { readonly kind: 'clock'; readonly clock: Clock; readonly timeOfDay: number | undefined }
  /** $G: position, laps and total time, by the last passing. */
  | {
      readonly kind: 'race'
      readonly id: string
      readonly position: number
      readonly laps: number
      readonly total: number | undefined
    }
  /** $H: position by best lap. */
  | {
      readonly kind: 'best'
      readonly id: string
      readonly position: number
      readonly best: { readonly lap: number; readonly time: number } | undefined
    }
  /** $I */
  | { readonly kind: 'reset' }
  /** $J: a passing of the finish line. Its total time tells one passing from another. */
  | { readonly kind: 'passing'; readonly id: string; readonly time: number | undefined; readonly total: number }

/** `ignored`: a kind of line that says nothing about results, or nothing that is known. */
export type Line = Message | { readonly kind: 'ignored' } | { readonly kind: 'bad' }

const bad: Line = { kind: 'bad' }
const ignored: Line = { kind: 'ignored' }
/** The number of a run that means that none is active. */
const noRun = '95'
/** The laps to go of a run that ends by time. */
const endlessLaps = 9999

/** Longer than any name; no field is kept beyond it. */
const mostCharacters = 100

/** Reads one line without its end. Never throws. */
export function parseLine(line: string): Line {
  if (!/^\$[A-Z]+,/.test(line)) return /^\$[A-Z]+$/.test(line) ? ignored : bad
  const fields = splitFields(line)?.map((field) => field.slice(0, mostCharacters))
  if (!fields) return bad
  const [kind = '', id = '', ...rest] = fields
  switch (kind) {
    case '$A':
      return competitor('A', id, [rest[0], rest[2], rest[3], rest[4], rest[5], rest[1], ''])
    case '$COMP':
      return competitor('COMP', id, [rest[0], rest[2], rest[3], rest[4], rest[1], '', rest[5]])
    case '$B':
      return id === '' ? bad : { kind: 'run', id: id === noRun ? undefined : id, name: rest[0] ?? '' }
    case '$C':
      return id === '' ? bad : { kind: 'class', id, name: rest[0] ?? '' }
    case '$E':
      return id === 'TRACKNAME' ? { kind: 'track', name: rest[0] ?? '' } : ignored
    case '$F':
      return clock(id, rest[1], rest[3])
    case '$G':
      return race(id, rest)
    case '$H':
      return best(id, rest)
    case '$I':
      return { kind: 'reset' }
    case '$J':
      return passing(id, rest)
    default:
      return ignored
  }
}

function competitor(of: 'A' | 'COMP', id: string, texts: readonly (string | undefined)[]): Line {
  // The line has one more field than the one that is read last.
  if (id === '' || texts.includes(undefined)) return bad
  const [
    number = '',
    firstName = '',
    lastName = '',
    nationality = '',
    classId = '',
    transponder = '',
    additional = '',
  ] = texts
  const competitor = { number, firstName, lastName, nationality, classId, transponder, additional }
  return { kind: 'competitor', id, of, competitor }
}

function clock(laps: string, time: string | undefined, flag: string | undefined): Line {
  const [lapsToGo, day] = [wholeNumber(laps), readClockTime(time ?? '')]
  if (lapsToGo === undefined || flag === undefined) return bad
  const timeOfDay = day === 'none' ? undefined : day
  return { kind: 'clock', clock: { flag, lapsToGo: lapsToGo === endlessLaps ? undefined : lapsToGo }, timeOfDay }
}

function race(place: string, [id = '', laps = '', time]: readonly string[]): Line {
  const [position, count, total] = [wholeNumber(place), laps === '' ? 0 : wholeNumber(laps), readClockTime(time ?? '-')]
  if (id === '' || position === undefined || count === undefined || total === undefined) return bad
  return { kind: 'race', id, position, laps: count, total: total === 'none' ? undefined : total }
}

function best(place: string, [id = '', number = '', text]: readonly string[]): Line {
  const [position, lap, time] = [
    wholeNumber(place),
    number === '' ? 0 : wholeNumber(number),
    readClockTime(text ?? '-'),
  ]
  if (id === '' || position === undefined || lap === undefined || time === undefined) return bad
  return { kind: 'best', id, position, best: lap === 0 || time === 'none' ? undefined : { lap, time } }
}

function passing(id: string, [lap, all]: readonly string[]): Line {
  const [time, total] = [readClockTime(lap ?? '-'), readClockTime(all ?? '-')]
  if (id === '' || time === undefined || total === undefined) return bad
  // Without a total time it cannot be told from a repetition.
  if (total === 'none') return ignored
  return { kind: 'passing', id, time: time === 'none' ? undefined : time, total }
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined
}
