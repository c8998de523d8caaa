import { describe, expect, test } from 'vitest'
import { byName } from '../../lib/driver.ts'
import { type Candidate, defaultGuard, guard } from './guard.ts'

const list = (from: number, to: number) =>
  byName(Array.from({ length: to - from }, (_, index) => ({ driver_name: `Driver ${from + index}` })))

const candidate = (change: Partial<Candidate>): Candidate => ({
  before: list(0, 20),
  after: list(0, 20),
  cutOff: [],
  writtenAt: -1e9,
  ...change,
})

const { guardTime, settleTime } = defaultGuard
const decide = (change: Partial<Candidate>, hold?: ReturnType<typeof guard>, now = 0, released?: string) =>
  guard(candidate(change), hold, released, defaultGuard, now)

describe('guard', () => {
  test('a list that takes nobody away goes out at once', () => {
    expect(decide({})).toBeUndefined()
    expect(decide({ after: list(0, 30) })).toBeUndefined()
    expect(decide({ before: list(0, 0), after: list(0, 0) })).toBeUndefined()
  })

  test('a few that go must be gone for the settle time', () => {
    const hold = decide({ after: list(0, 18) })
    expect(hold).toMatchObject({ reason: 'some_lost', lost: ['Driver 18', 'Driver 19'], until: settleTime })
    expect(decide({ after: list(0, 18) }, hold, settleTime - 1)).toMatchObject({ since: 0 })
    expect(decide({ after: list(0, 18) }, hold, settleTime)).toBeUndefined()
  })

  test('more than 5 and more than 30 % are many, and held for the guard time', () => {
    expect(decide({ after: list(6, 20) })).toMatchObject({ reason: 'some_lost' })
    const hold = decide({ after: list(7, 20) })
    expect(hold).toMatchObject({ reason: 'many_lost', until: guardTime })
    expect(decide({ after: list(7, 20) }, hold, guardTime - 1)).toMatchObject({ since: 0 })
    expect(decide({ after: list(7, 20) }, hold, guardTime)).toBeUndefined()
  })

  test('five of ten are more than 30 % but not more than 5', () => {
    expect(decide({ before: list(0, 10), after: list(5, 10) })).toMatchObject({ reason: 'some_lost' })
  })

  test('other losses begin anew: cuts that follow each other never add up', () => {
    const first = decide({ after: list(0, 12) })
    const second = decide({ after: list(0, 13) }, first, guardTime)
    expect(second).toMatchObject({ since: guardTime })
  })

  test('a clock that was set back does not make a list wait for the hours that come twice', () => {
    const hold = decide({ after: list(0, 18) }, undefined, 10_000_000)
    const later = decide({ after: list(0, 18) }, hold, 1000)
    expect(later).toMatchObject({ since: 1000, until: 1000 + settleTime })
    expect(decide({ after: list(0, 18) }, later, 1000 + settleTime)).toBeUndefined()
  })

  test('everybody else in their place is many, also of a few: the wrong file', () => {
    expect(decide({ before: list(0, 3), after: list(50, 60) })).toMatchObject({ reason: 'many_lost' })
  })

  test('an empty list waits for ever', () => {
    const hold = decide({ after: list(0, 0) })
    expect(hold?.until).toBeUndefined()
    expect(decide({ after: list(0, 0) }, hold, 1e9)).toMatchObject({ reason: 'all_lost', since: 0 })
  })

  test('a file that may be cut off is held for the guard time, and longer when it loses others', () => {
    const hold = decide({ cutOff: ['live.rgg'] })
    expect(hold).toMatchObject({ reason: 'maybe_half_written', until: guardTime })
    expect(decide({ cutOff: ['live.rgg'] }, hold, guardTime)).toBeUndefined()
    expect(decide({ cutOff: ['live.rgg'], after: list(0, 19) }, hold, guardTime)).toMatchObject({ since: guardTime })
    expect(decide({ cutOff: ['other.rgg'] }, hold, guardTime)).toMatchObject({ since: guardTime })
  })

  test('a first list waits until its files have stood for the settle time, however often they are written, but not for ever', () => {
    const first = (writtenAt: number | undefined, now: number, hold?: ReturnType<typeof guard>) =>
      decide({ before: list(0, 0), after: list(0, 3), writtenAt }, hold, now)
    const hold = first(100, 100)
    expect(hold).toMatchObject({ reason: 'just_written', lost: [], until: 100 + settleTime })
    expect(first(100, 99 + settleTime, hold)).toMatchObject({ until: 100 + settleTime })
    expect(first(100, 100 + settleTime, hold)).toBeUndefined()
    expect(first(900, 1000, hold)).toMatchObject({ since: 100, until: 900 + settleTime })
    const late = 100 + guardTime
    expect(first(late - 1, late - 1, hold)).toMatchObject({ until: late })
    expect(first(late, late, hold)).toBeUndefined()
    expect(first(undefined, 0)).toBeUndefined()
  })

  test('a person lets go exactly what they saw', () => {
    const hold = decide({ after: list(0, 0) })
    expect(decide({ after: list(0, 0) }, hold, 1, hold?.id)).toBeUndefined()
    expect(decide({ after: list(0, 3) }, hold, 1, hold?.id)).toMatchObject({ reason: 'many_lost' })
  })
})
