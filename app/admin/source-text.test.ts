import { expect, test } from 'vitest'
import type { SourceFeed } from '../../lib/server-api/pipeline-state.ts'
import { sourceText } from './source-text.ts'

const now = 1_700_000_000_000
const ago = (seconds: number) => now - seconds * 1000

test.each<[Partial<SourceFeed>, string]>([
  [{ state: 'heard', since: ago(90), heard_at: ago(1) }, 'connected, last line just now'],
  [{ state: 'heard', since: ago(90), heard_at: ago(6) }, 'connected, last line 6 s ago'],
  [{ state: 'silent', since: ago(12), heard_at: ago(22) }, 'connected, but silent for 12 s'],
  [{ state: 'lost', since: ago(190), heard_at: ago(190) }, 'no connection for 3 min'],
  [{ state: 'waiting', since: ago(5) }, 'not heard yet, for 5 s'],
])('given the source %j, when the desk shows it, then it says "%s"', (source, text) => {
  const feed: SourceFeed = { name: 'karts', address: '10.0.0.5:50000', state: 'waiting', since: now, ...source }
  expect(sourceText(feed, now)).toBe(`10.0.0.5:50000: ${text}`)
})
