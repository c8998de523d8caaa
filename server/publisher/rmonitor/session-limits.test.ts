import { describe, expect, test } from 'vitest'
import { heard } from './heard.fixture.ts'
import { parseLine } from './message.ts'
import { isOverLimit, type Session } from './session.ts'
import { timingOf } from './timing.ts'

describe('a session with limits', () => {
  test('given more than 1,000 competitors or 200 classes, then the first stay and the rest is over the limit', () => {
    const competitors = Array.from({ length: 1001 }, (_, index) => `$G,${index + 1},"K${index}",1,"00:00:35.000"`)
    const classes = Array.from({ length: 201 }, (_, index) => `$C,${index},"Class ${index}"`)
    const session = heard([...competitors, ...classes])
    expect([session.results.size, session.classes.size]).toEqual([1000, 200])
    expect([competitors.at(-1), classes.at(-1), competitors[0]].map((line) => isOver(session, line))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('given 400 laps, then 200 runs are kept: the last ones, and the fastest of all', () => {
    const laps = Array.from({ length: 400 }, (_, index) => {
      const time = index === 20 ? 30_000 : 40_000
      const total = 40_000 * (index + 1) - (index >= 20 ? 10_000 : 0)
      return [`$J,"K1","${clock(time)}","${clock(total)}"`, `$G,1,"K1",${index + 1},"${clock(total)}"`]
    })
    const [entry] = timingOf(heard(laps.flat())).entries
    expect(entry?.laps).toBe(400)
    expect(entry?.runs).toEqual(['30.000', ...Array.from({ length: 199 }, () => '40.000')])
  })
})

function isOver(session: Session, line = ''): boolean {
  const message = parseLine(line)
  return message.kind !== 'bad' && message.kind !== 'ignored' && isOverLimit(session, message)
}

function clock(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(11, 23)
}
