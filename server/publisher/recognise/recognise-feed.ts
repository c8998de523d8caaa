import { createFeedMemory } from '../feeds/feed-memory.ts'
import type { RecognisedField, Recognition } from './entries/recognition.ts'

/** What the proposed event.yaml calls the feed. */
const feed = 'timing'

/** Recognises what a timing system said over TCP. A template reads the system itself, and not what was kept of it. */
export function recogniseFeed(file: string, lines: readonly string[]): Recognition {
  const memory = createFeedMemory()
  for (const line of lines) memory.add(line)
  memory.show()
  const timing = memory.timing()
  const entries = timing?.entries ?? []
  if (entries.length === 0) {
    const hint = 'Record it again from its beginning, where the timing system says who takes part.'
    return { kind: 'unusable', file, what: 'a feed of RMonitor without competitors', hint }
  }
  const plain = (attribute: string, from: string): RecognisedField => {
    return { attribute, expression: `entry.${attribute === 'driver_name' ? 'name' : attribute}`, from: [from] }
  }
  const isRace = entries.some(({ position, total_time }) => position !== undefined && total_time !== '')
  return {
    kind: 'recognised',
    file,
    what: 'what a timing system says over RMonitor',
    loops: [{ variable: 'entry', list: `rmonitor("${feed}").entries` }],
    statements: [],
    fields: [
      plain('driver_name', '$A, $COMP'),
      plain('class', '$C'),
      plain('number', '$A'),
      plain('best_lap', '$H'),
      plain('published_laps', '$G'),
      plain('published_total', '$G'),
      plain('tie_order', '$G, $H'),
      plain('runs', '$J'),
    ],
    entries: entries.map(({ name, class: code, number, runs, total_time: total }) => {
      return { name, class: code, number, group: '', runs, total, indexed: '' }
    }),
    unused: (['transponder', 'nationality', 'additional'] as const)
      .filter((name) => entries.some((entry) => entry[name] !== ''))
      .map((name) => ({ name, why: name === 'transponder' ? 'personal' : 'optional' })),
    doubts: ['Write the address of the timing system under sources in event.yaml: what was kept of it is not read.'],
    about: {
      title: timing?.session.name || undefined,
      classNames: new Map(),
      isLaps: true,
      feed: { name: feed, isRace },
    },
  }
}
