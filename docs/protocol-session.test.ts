import { expect, test } from 'vitest'
import { messageSchemas } from '../scripts/protocol/json-schema.ts'
import { playSession, type Session } from '../scripts/protocol/session.ts'
import { comparable, sessionIn, withSession } from '../scripts/protocol/session-document.ts'
import { placesIn, valueAt, withValue } from './damage.fixture.ts'
import { readText } from './markdown.ts'

const document = readText('docs/PROTOCOL.md')
const written = sessionIn(document)

test('every message of the sample session is one of the protocol', () => {
  expect(written.size).toBeGreaterThan(8)
  for (const [name, message] of written) {
    const action = Object(message).action
    expect([name, messageSchemas.get(action)?.safeParse(message).error]).toEqual([name, undefined])
  }
})

test('the sample session is what the real server and real files say, but for times and names of logs', async () => {
  const played = await playSession()
  const changed = 'The server says something else now: run `npm run protocol -- --session`, and read what changed.'
  expect(comparable(written), changed).toEqual(comparable(played))
  expect(comparable(sessionIn(withSession(document, played)))).toEqual(comparable(played))
}, 120_000)

test('whatever in it were something else, the comparison would tell', () => {
  const wrong = [...written].flatMap(([name, message]) =>
    placesIn(message).flatMap((place) => {
      const value = valueAt(message, place)
      const isTime = ['at', 'source_at', 'now', 'stalled_since'].includes(String(place.at(-1)))
      const others = isTime || typeof value !== 'number' ? ['something else', undefined] : [value + 1, undefined]
      return others.map((other): Session => new Map([...written, [name, withValue(message, place, other)]]))
    }),
  )
  expect(wrong.length).toBeGreaterThan(200)
  for (const other of wrong) expect(comparable(other)).not.toEqual(comparable(written))
})
