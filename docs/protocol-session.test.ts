import { expect, test } from 'vitest'
import { messageSchemas } from '../scripts/protocol/json-schema.ts'
import { playSession, type Session } from '../scripts/protocol/session.ts'
import { comparable, sessionIn, withSession } from '../scripts/protocol/session-document.ts'
import { pathsIn, valueAt, withValue } from './damage.fixture.ts'
import { readText } from './markdown.ts'

const document = readText('docs/PROTOCOL.md')
const written = sessionIn(document)

test('every message of the sample session is valid by its schema', () => {
  expect(written.size).toBeGreaterThan(8)
  for (const [name, message] of written) {
    const action = Object(message).action
    expect([name, messageSchemas.get(action)?.safeParse(message).error]).toEqual([name, undefined])
  }
})

test('the sample session equals one that the real server plays, but for times and names of logs', async () => {
  const played = await playSession()
  const changed = 'The messages of the server changed: run `npm run protocol -- --session`, and read the difference.'
  expect(comparable(written), changed).toEqual(comparable(played))
  expect(comparable(sessionIn(withSession(document, played)))).toEqual(comparable(played))
})

test('the comparison of sessions finds a change of any value', () => {
  const wrong = [...written].flatMap(([name, message]) =>
    pathsIn(message).flatMap((path) => {
      const value = valueAt(message, path)
      const isTime = ['at', 'source_at', 'now', 'stalled_since'].includes(String(path.at(-1)))
      const others = isTime || typeof value !== 'number' ? ['a changed text', undefined] : [value + 1, undefined]
      return others.map((other): Session => new Map([...written, [name, withValue(message, path, other)]]))
    }),
  )
  expect(wrong.length).toBeGreaterThan(200)
  for (const other of wrong) expect(comparable(other)).not.toEqual(comparable(written))
})
