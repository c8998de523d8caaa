import type { Event } from '../../../../lib/record/event.ts'
import type { FeedReading, FeedReadings } from '../../feeds/feed-reading.ts'
import type { FeedSettings } from '../../feeds/feed-settings.ts'
import { likelyName } from '../../files/closest-names.ts'
import { resultByScoring } from '../../rmonitor/result-by-scoring.ts'
import { SourceError } from '../../sources/source-error.ts'
import type { SourceWarning } from '../../sources/source-warning.ts'
import type { SourceNames } from '../guard/source-names.ts'

/** The feeds that one pass can read. */
export interface FeedsOfPass {
  readonly settings: FeedSettings
  /** Undefined before event.yaml was read. */
  readonly scoring: Event['scoring'] | undefined
  readonly readings: FeedReadings
}

export const noFeedsOfPass: FeedsOfPass = { settings: {}, scoring: undefined, readings: {} }

/** The reader `rmonitor` of one rendering. */
export interface FeedReader {
  /** What the feed says. Throws SourceError for a name that event.yaml does not have, and before anything was heard. */
  read(name: unknown): unknown
  /** What is doubtful about the feeds that were read, and which were not, once each. */
  warnings(): readonly SourceWarning[]
}

export function createFeedReader({ settings, scoring, readings }: FeedsOfPass, names: SourceNames): FeedReader {
  const read = new Map<string, FeedReading>()

  return {
    read(name) {
      if (typeof name !== 'string' || !Object.hasOwn(settings, name)) throw unknownFeed(String(name), settings)
      const address = settings[name]?.rmonitor ?? ''
      const reading = readings[name]
      if (reading?.timing === undefined || reading.address !== address) throw unheard(name, address)
      read.set(name, reading)
      const { session, entries } = reading.timing
      const timing = { session, entries: entries.map((entry) => ({ ...entry, ...resultByScoring(entry, scoring) })) }
      names.note(timing, name)
      return timing
    },
    warnings: () => [
      ...[...read].flatMap(([name, reading]) => doubtsOf(name, reading)),
      ...Object.keys(settings).flatMap((name) => (read.has(name) ? [] : unread(name))),
    ],
  }
}

function unread(name: string): readonly SourceWarning[] {
  const message = `sources names "${name}", which the template does not read; write rmonitor("${name}") there.`
  return [{ file: 'event.yaml', code: 'source_unread', message: `event.yaml: ${message}` }]
}

function unknownFeed(name: string, settings: FeedSettings): SourceError {
  const known = Object.keys(settings)
  const likely = likelyName(name, known)
  const guess = likely === undefined ? '' : ` Did you mean "${likely}"?`
  const hint =
    'Write `sources: { karts: { rmonitor: "192.168.1.10:50000" } }` there, and rmonitor("karts") in the template.'
  return new SourceError('unknown_name', 'event.yaml', `sources has no "${name.slice(0, 60)}".${guess}`, hint)
}

function unheard(name: string, address: string): SourceError {
  const hint =
    'Is the timing system on, does it serve RMonitor, and is the address right? Paddock tries again by itself.'
  return new SourceError('source_unheard', name, `nothing was heard from ${address} yet.`, hint)
}

function doubtsOf(file: string, { address, state, doubts }: FeedReading): readonly SourceWarning[] {
  const found: SourceWarning[] = []
  const warn = (code: string, message: string) => found.push({ file, code, message: `${file}: ${message}` })
  if (state === 'lost') warn('source_lost', `the connection to ${address} is lost; the results stay as they were.`)
  if (state === 'silent') warn('source_silent', `${address} sends nothing any more; the results stay as they were.`)
  if (doubts.badLine !== undefined) {
    const count = doubts.badLines === 1 ? '1 line is' : `${doubts.badLines} lines are`
    warn('source_lines', `${count} no RMonitor and left out; the first is ${JSON.stringify(doubts.badLine)}.`)
  }
  if (doubts.isFull)
    warn('source_full', 'it names more competitors or classes than any event has; the rest is left out.')
  return found
}
