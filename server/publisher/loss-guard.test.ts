import { describe, expect, test } from 'vitest'
import { type Candidate, defaultLossGuard, lossGuard } from './loss-guard.ts'

const names = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `Driver ${from + index}`)

/** Two lists: the names of the published drivers and of the new ones. */
interface Lists extends Partial<Pick<Candidate, 'cutOff' | 'emptied' | 'writtenAt' | 'isNewSession'>> {
  readonly before?: readonly string[]
  readonly after?: readonly string[]
}

const candidate = ({
  before = names(0, 20),
  after = names(0, 20),
  cutOff = [],
  emptied = [],
  writtenAt,
  isNewSession = false,
}: Lists): Candidate => ({
  shown: before.length,
  found: after.length,
  lost: before.filter((name) => !after.includes(name)),
  emptied,
  cutOff,
  writtenAt,
  isNewSession,
})

const { guardTime, settleTime } = defaultLossGuard
const decide = (lists: Lists, held?: ReturnType<typeof lossGuard>, now = 0, released?: string) =>
  lossGuard(candidate(lists), held, released, defaultLossGuard, now)

describe('loss guard', () => {
  test('a list that loses no driver is published at once', () => {
    expect(decide({})).toBeUndefined()
    expect(decide({ after: names(0, 30) })).toBeUndefined()
    expect(decide({ before: names(0, 0), after: names(0, 0) })).toBeUndefined()
  })

  test('a list that loses a few drivers is held for the settle time', () => {
    const held = decide({ after: names(0, 18) })
    expect(held).toMatchObject({ reason: 'some_lost', lost: ['Driver 18', 'Driver 19'], until: settleTime })
    expect(decide({ after: names(0, 18) }, held, settleTime - 1)).toMatchObject({ since: 0 })
    expect(decide({ after: names(0, 18) }, held, settleTime)).toBeUndefined()
  })

  test('given another session of a timing system, then a list that loses or empties entries is published, and an empty one is not', () => {
    const isNewSession = true
    expect(decide({ after: names(0, 5), isNewSession })).toBeUndefined()
    expect(decide({ after: names(50, 60), isNewSession })).toBeUndefined()
    expect(decide({ emptied: names(0, 20), isNewSession })).toBeUndefined()
    expect(decide({ after: [], isNewSession })).toMatchObject({ reason: 'all_lost' })
    expect(decide({ after: names(0, 5), cutOff: ['a.csv'], isNewSession })).toMatchObject({
      reason: 'maybe_half_written',
    })
  })

  test('a list that empties more than 5 drivers and more than 30 % is held for the guard time, with their names', () => {
    expect(decide({ emptied: names(0, 6) })).toBeUndefined()
    const held = decide({ emptied: names(0, 7) })
    expect(held).toMatchObject({ reason: 'many_emptied', lost: [], emptied: names(0, 7), until: guardTime })
    expect(decide({ emptied: names(0, 7).reverse() }, held, guardTime - 1)).toMatchObject({ id: held?.id, since: 0 })
    expect(decide({ emptied: names(1, 8) }, held, 1)).toMatchObject({ since: 1 })
    expect(decide({ emptied: names(0, 7) }, held, guardTime)).toBeUndefined()
    expect(decide({ emptied: names(0, 7) }, held, 1, held?.id)).toBeUndefined()
  })

  test('the same losses in another order are the same held list', () => {
    const held = decide({ after: names(0, 18) })
    const reordered = decide({ before: names(0, 20).reverse(), after: names(0, 18) }, held, settleTime - 1)
    expect(reordered).toMatchObject({ id: held?.id, since: 0 })
  })

  test('a list that loses more than 5 drivers and more than 30 % is held for the guard time', () => {
    expect(decide({ after: names(6, 20) })).toMatchObject({ reason: 'some_lost' })
    const held = decide({ after: names(7, 20) })
    expect(held).toMatchObject({ reason: 'many_lost', until: guardTime })
    expect(decide({ after: names(7, 20) }, held, guardTime - 1)).toMatchObject({ since: 0 })
    expect(decide({ after: names(7, 20) }, held, guardTime)).toBeUndefined()
  })

  test('a loss of five of ten drivers is not many: it is more than 30 % but not more than 5', () => {
    expect(decide({ before: names(0, 10), after: names(5, 10) })).toMatchObject({ reason: 'some_lost' })
  })

  test('the time of a hold starts again when other drivers are lost', () => {
    const first = decide({ after: names(0, 12) })
    const second = decide({ after: names(0, 13) }, first, guardTime)
    expect(second).toMatchObject({ since: guardTime })
  })

  test('a hold ends after its usual time although the clock was set back', () => {
    const held = decide({ after: names(0, 18) }, undefined, 10_000_000)
    const later = decide({ after: names(0, 18) }, held, 1000)
    expect(later).toMatchObject({ since: 1000, until: 1000 + settleTime })
    expect(decide({ after: names(0, 18) }, later, 1000 + settleTime)).toBeUndefined()
  })

  test('a list that loses every driver and has others is held for the guard time, however short it is', () => {
    expect(decide({ before: names(0, 3), after: names(50, 60) })).toMatchObject({ reason: 'many_lost' })
  })

  test('an empty list is held without end', () => {
    const held = decide({ after: names(0, 0) })
    expect(held?.until).toBeUndefined()
    expect(decide({ after: names(0, 0) }, held, 1e9)).toMatchObject({ reason: 'all_lost', since: 0 })
  })

  test('a list whose file may be cut off is held for the guard time, which starts again when its losses or files change', () => {
    const held = decide({ cutOff: ['live.rgg'] })
    expect(held).toMatchObject({ reason: 'maybe_half_written', until: guardTime })
    expect(decide({ cutOff: ['live.rgg'] }, held, guardTime)).toBeUndefined()
    expect(decide({ cutOff: ['live.rgg'], after: names(0, 19) }, held, guardTime)).toMatchObject({ since: guardTime })
    expect(decide({ cutOff: ['other.rgg'] }, held, guardTime)).toMatchObject({ since: guardTime })
  })

  test('a first list is held until its files are as old as the settle time, but no longer than the guard time', () => {
    const first = (writtenAt: number | undefined, now: number, held?: ReturnType<typeof lossGuard>) =>
      decide({ before: names(0, 0), after: names(0, 3), writtenAt }, held, now)
    const held = first(100, 100)
    expect(held).toMatchObject({ reason: 'just_written', lost: [], until: 100 + settleTime })
    expect(first(100, 99 + settleTime, held)).toMatchObject({ until: 100 + settleTime })
    expect(first(100, 100 + settleTime, held)).toBeUndefined()
    expect(first(900, 1000, held)).toMatchObject({ since: 100, until: 900 + settleTime })
    const late = 100 + guardTime
    expect(first(late - 1, late - 1, held)).toMatchObject({ until: late })
    expect(first(late, late, held)).toBeUndefined()
    expect(first(undefined, 0)).toBeUndefined()
  })

  test('a release is for the held list with its id only', () => {
    const held = decide({ after: names(0, 0) })
    expect(decide({ after: names(0, 0) }, held, 1, held?.id)).toBeUndefined()
    expect(decide({ after: names(0, 3) }, held, 1, held?.id)).toMatchObject({ reason: 'many_lost' })
  })
})
